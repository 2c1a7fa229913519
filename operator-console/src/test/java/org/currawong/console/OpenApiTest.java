package org.currawong.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The documentation names every call there is and no other. */
class OpenApiTest {

  @Test
  void asManyRoutesAreDocumentedAsThereAre() throws Exception {
    try (TestHub hub = TestHub.live()) {
      String yaml = hub.client().get("/api/openapi.yaml").text();
      Set<String> documented = new TreeSet<>();
      String path = null;
      for (String line : yaml.lines().takeWhile(l -> !l.startsWith("components:")).toList()) {
        if (line.matches("  /\\S*:")) {
          path = line.strip().replaceAll(":$", "");
        } else if (line.matches("    (get|post|put|delete):")) {
          documented.add(line.strip().replace(":", "").toUpperCase(Locale.ROOT) + " " + path);
        }
      }
      Set<String> there = new TreeSet<>();
      hub.console.routes().forEach(r -> there.add(r.method() + " " + r.path()));
      assertEquals(there, documented);
      assertEquals(there.size(), hub.console.routes().size(), "no route twice");
    }
  }
}
