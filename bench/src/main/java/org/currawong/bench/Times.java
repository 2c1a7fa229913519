package org.currawong.bench;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Times of single steps, nanoseconds. */
final class Times {

  private long[] each = new long[1024];
  private int count;

  void add(long nanos) {
    if (count == each.length) {
      each = Arrays.copyOf(each, 2 * count);
    }
    each[count++] = nanos;
  }

  void addAll(Times others) {
    for (int i = 0; i < others.count; i++) {
      add(others.each[i]);
    }
  }

  int count() {
    return count;
  }

  /** All of them, parted by blanks. */
  String words() {
    return Arrays.stream(each, 0, count).mapToObj(Long::toString).collect(Collectors.joining(" "));
  }

  /**
   * The time within which a part of the steps was done.
   *
   * @param part from 0 to 1
   * @return nanoseconds
   */
  long within(double part) {
    long[] sorted = Arrays.copyOf(each, count);
    Arrays.sort(sorted);
    return sorted[(int) Math.min(count - 1L, Math.round(part * count))];
  }

  double micros(double part) {
    return within(part) / 1e3;
  }
}
