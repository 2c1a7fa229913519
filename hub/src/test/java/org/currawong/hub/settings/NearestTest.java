package org.currawong.hub.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class NearestTest {
  @Test
  void distanceCountsInsertedLostChangedAndSwappedLetters() {
    assertEquals(0, Nearest.distance("port", "port"));
    assertEquals(1, Nearest.distance("prot", "port"));
    assertEquals(1, Nearest.distance("por", "port"));
    assertEquals(1, Nearest.distance("ports", "port"));
    assertEquals(1, Nearest.distance("pert", "port"));
    assertEquals(4, Nearest.distance("", "port"));
    assertEquals(3, Nearest.distance("kitten", "sitting"));
  }

  @Test
  void aNameThatResemblesNothingGetsNoGuess() {
    assertEquals(Optional.empty(), Nearest.to("xyzzy", List.of("web.port", "hub.name")));
    assertEquals(Optional.of("web.port"), Nearest.to("web.prot", List.of("hub.name", "web.port")));
  }
}
