package org.currawong.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Whether a hub lives is its own machine's business. */
class HealthTest {

  @Test
  void onlyASupervisorOnThisMachineIsAnswered() throws Exception {
    try (TestHub hub = TestHub.open(null)) {
      Client far = hub.fromAnotherMachine();
      assertEquals(200, far.get("/").status());
      for (String path : new String[] {"/health/live", "/health/ready"}) {
        assertEquals(200, hub.client().get(path).status(), path);
        assertEquals(403, far.get(path).status(), path);
        assertEquals(403, far.get(path, "X-Forwarded-For", "127.0.0.1").status(), path);
      }
    }
  }
}
