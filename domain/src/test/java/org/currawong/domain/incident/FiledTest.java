package org.currawong.domain.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FiledTest {

  @Test
  void whatIsAddedToOneListIsSeenInNoOther() {
    Random random = new Random(7);
    List<Filed> made = new ArrayList<>(List.of(Filed.of(List.of())));
    List<List<String>> expected = new ArrayList<>(List.of(List.of()));
    for (int i = 0; i < 2_000; i++) {
      // Mostly the newest is made longer, sometimes an old one is, a second time.
      int from = random.nextInt(4) > 0 ? made.size() - 1 : random.nextInt(made.size());
      made.add(made.get(from).and("r" + i));
      List<String> longer = new ArrayList<>(expected.get(from));
      longer.add("r" + i);
      expected.add(longer);
    }
    assertEquals(expected, made);
  }

  @Test
  void itIsUnmodifiableAndHasNoGaps() {
    Filed one = Filed.of(List.of("r1"));
    assertThrows(UnsupportedOperationException.class, () -> one.add("r2"));
    assertThrows(UnsupportedOperationException.class, () -> one.set(0, "r2"));
    assertThrows(IndexOutOfBoundsException.class, () -> one.and("r2").get(2));
    assertThrows(NullPointerException.class, () -> one.and(null));
    assertThrows(NullPointerException.class, () -> Filed.of(Arrays.asList("r1", null)));
    assertEquals(List.of("r1"), one);
  }

  @Test
  void aListThatSomebodyElseMayChangeIsCopied() {
    List<String> theirs = new ArrayList<>(List.of("r1"));
    Filed ours = Filed.of(theirs);
    theirs.add("r2");
    assertEquals(List.of("r1"), ours);
  }
}
