package org.currawong.channels.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.currawong.channels.Samples;
import org.currawong.domain.people.Person;
import org.junit.jupiter.api.Test;

class PhoneTreeTest {

  @Test
  void everybodyStandsOnceAndIsCalledOnce() {
    for (int size = 0; size < 200; size++) {
      PhoneTree tree = PhoneTree.over(Samples.people(size));
      List<Integer> called = new ArrayList<>();
      tree.rows().forEach(row -> called.addAll(row.calls()));
      long byTheHub = tree.rows().stream().filter(row -> row.lines().size() == 1).count();
      assertEquals(size, tree.rows().size());
      assertEquals(
          size, new TreeSet<>(tree.rows().stream().map(r -> r.person().id()).toList()).size());
      assertEquals(called.size(), new TreeSet<>(called).size());
      assertEquals(size, called.size() + byTheHub);
      assertTrue(byTheHub <= PhoneTree.CALLS);
    }
  }

  @Test
  void theTreeIsBalanced() {
    PhoneTree tree = PhoneTree.over(Samples.people(120));
    int deepest = tree.rows().stream().mapToInt(row -> row.lines().size()).max().orElseThrow();
    assertEquals(4, deepest, "3 + 9 + 27 + 81 = 120");
    assertTrue(tree.rows().stream().allMatch(row -> row.calls().size() <= PhoneTree.CALLS));
  }

  @Test
  void aCallerStandsDirectlyAboveTheFirstWhomTheyCall() {
    for (PhoneTree.Row row : PhoneTree.over(Samples.people(50)).rows()) {
      if (!row.calls().isEmpty()) {
        assertEquals(row.number() + 1, row.calls().getFirst());
      }
    }
  }

  @Test
  void aPersonWithoutANumberIsVisitedAndHoldsUpNobody() {
    List<Person> people = new ArrayList<>(Samples.people(5));
    people.add(0, new Person("v", "Vera Quiet", null, "en", List.of(), null, "3 Hill Rd", null));
    PhoneTree tree = PhoneTree.over(people);
    assertEquals(5, tree.rows().size());
    assertEquals("v", tree.visits().getFirst().id());
  }

  @Test
  void anEmptyDirectoryGivesBlankPlaces() {
    PhoneTree tree = PhoneTree.blank(12);
    assertEquals(12, tree.rows().size());
    assertEquals(List.of(2, 3, 4), tree.rows().getFirst().calls());
  }
}
