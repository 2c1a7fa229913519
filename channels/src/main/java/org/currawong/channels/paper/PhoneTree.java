package org.currawong.channels.paper;

import java.util.ArrayList;
import java.util.List;
import org.currawong.domain.people.Person;

/**
 * Who calls whom: a balanced tree in which nobody calls more than three people, so that n people
 * are reached in about log3(n) rounds and every caller is done within minutes. People without a
 * number stand at the end, to be visited.
 *
 * @param rows the tree from its root down, each caller directly before those called
 * @param visits people without a telephone number
 */
record PhoneTree(List<Row> rows, List<Person> visits) {

  /** Calls that one person makes. */
  static final int CALLS = 3;

  PhoneTree {
    rows = List.copyOf(rows);
    visits = List.copyOf(visits);
  }

  /**
   * One person's place.
   *
   * @param number counted from 1 down the page
   * @param person who; {@code null} in a blank tree
   * @param lines the drawn lines before the name, a flag for each generation above: whether it goes
   *     on below
   * @param calls the numbers of those whom this person calls
   */
  record Row(int number, Person person, List<Boolean> lines, List<Integer> calls) {

    Row {
      lines = List.copyOf(lines);
      calls = List.copyOf(calls);
    }
  }

  /** The tree over a directory, in its order: the first people make the first calls. */
  static PhoneTree over(List<Person> people) {
    List<Person> callable = people.stream().filter(p -> number(p) != null).toList();
    List<Person> visits = people.stream().filter(p -> number(p) == null).toList();
    return new PhoneTree(grow(callable, callable.size()), visits);
  }

  /** Empty places to be filled in by hand. */
  static PhoneTree blank(int places) {
    return new PhoneTree(grow(List.of(), places), List.of());
  }

  /** The number that is rung first, or {@code null}. */
  static String number(Person person) {
    return person.phone() == null ? person.alternate() : person.phone();
  }

  private static List<Row> grow(List<Person> people, int size) {
    int[] numbers = new int[size + 1];
    List<Integer> order = new ArrayList<>();
    List<List<Boolean>> lines = new ArrayList<>();
    walk(0, size, List.of(), order, lines);
    for (int i = 0; i < order.size(); i++) {
      numbers[order.get(i)] = i + 1;
    }
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      int node = order.get(i);
      Person person = people.isEmpty() ? null : people.get(node - 1);
      List<Integer> calls = children(node, size).stream().map(child -> numbers[child]).toList();
      rows.add(new Row(i + 1, person, lines.get(i), calls));
    }
    return rows;
  }

  /** Nodes are numbered by generation, the hub being 0; written down depth first. */
  private static void walk(
      int node, int size, List<Boolean> above, List<Integer> order, List<List<Boolean>> lines) {
    List<Integer> children = children(node, size);
    for (int child : children) {
      List<Boolean> own = new ArrayList<>(above);
      own.add(child != children.getLast());
      order.add(child);
      lines.add(own);
      walk(child, size, own, order, lines);
    }
  }

  private static List<Integer> children(int node, int size) {
    List<Integer> children = new ArrayList<>();
    for (int child = node * CALLS + 1; child <= node * CALLS + CALLS && child <= size; child++) {
      children.add(child);
    }
    return children;
  }
}
