package org.currawong.hub.handin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ColumnsTest {
  @Test
  void columnsAreFoundByNameInAnyOrderAndCase() {
    Columns columns = Columns.of(List.of("id", "Place", " TEXT "), Map.of());
    assertEquals(
        Map.of("text", "water rising", "place", "Mill Rd"),
        columns.report(List.of("7", "Mill Rd", "water rising")));
    assertEquals(Optional.empty(), columns.needsSignIn());
  }

  @Test
  void theFilesOwnNamesAreMapped() {
    Columns columns =
        Columns.of(List.of("id", "message", "sender"), Map.of("text", "message", "from", "sender"));
    assertEquals(
        Map.of("text", "help", "caller", "Ann"), columns.report(List.of("1", "help", "Ann")));
    assertEquals(Optional.of("from"), columns.needsSignIn());
  }

  @Test
  void timesNeedAnOffset() {
    Columns columns = Columns.of(List.of("text", "at"), Map.of());
    assertEquals(
        "2026-11-23T16:10+11:00",
        columns.report(List.of("x", "2026-11-23T16:10:00+11:00")).get("at"));
    assertThrows(IllegalArgumentException.class, () -> columns.report(List.of("x", "23/11/2026")));
  }

  @Test
  void aRowWithoutTextHoldsNoReport() {
    Columns columns = Columns.of(List.of("text", "place"), Map.of());
    assertThrows(IllegalArgumentException.class, () -> columns.report(List.of("  ", "Mill Rd")));
    assertThrows(IllegalArgumentException.class, () -> columns.report(List.of()));
    assertEquals(Map.of("text", "x"), columns.report(List.of("x")));
  }

  @Test
  void missingAndUnknownColumnsAreNamed() {
    String missing =
        assertThrows(
                IllegalArgumentException.class,
                () -> Columns.of(List.of("id", "message"), Map.of()))
            .getMessage();
    assertTrue(missing.contains("id, message"), missing);
    assertThrows(
        IllegalArgumentException.class, () -> Columns.of(List.of("text"), Map.of("urgency", "x")));
    assertThrows(
        IllegalArgumentException.class, () -> Columns.of(List.of("text"), Map.of("place", "town")));
  }
}
