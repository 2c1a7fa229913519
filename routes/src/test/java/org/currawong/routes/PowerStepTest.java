package org.currawong.routes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.currawong.broker.PowerReading;
import org.currawong.domain.Command;
import org.currawong.domain.Decision;
import org.currawong.domain.power.Rung;
import org.junit.jupiter.api.Test;

/** A reading that lay in its queue while no hub ran says nothing of now. */
class PowerStepTest {

  private static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");

  private final List<Command> taken = new ArrayList<>();
  private final CoreSteps steps =
      new CoreSteps(
          (command, actor) -> {
            taken.add(command);
            return CompletableFuture.completedFuture(new Decision.Accepted(List.of(), "ups"));
          },
          body -> "digest",
          null,
          new Lull(System::nanoTime, () -> NOW),
          () -> NOW);

  private void comes(Duration age) {
    steps.power(
        new PowerReading("ups", Rung.CRITICAL, List.of("OB", "LB"), Map.of(), NOW.minus(age)));
  }

  @Test
  void aFreshReadingIsNewsForTheLogAndAnOldOneIsNot() {
    comes(Duration.ofMillis(20));
    comes(CoreSteps.NEWS);
    assertEquals(2, taken.size());
    comes(CoreSteps.NEWS.plusMillis(1));
    comes(Duration.ofDays(2));
    assertEquals(2, taken.size());
  }
}
