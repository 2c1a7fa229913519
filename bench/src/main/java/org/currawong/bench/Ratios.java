package org.currawong.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** One ratio of each round, and how they stand to what is promised. */
final class Ratios {

  private final String what;
  private final List<Double> each = new ArrayList<>();

  Ratios(String what) {
    this.what = what;
  }

  void add(double ratio) {
    each.add(ratio);
  }

  /** Prints them; met if the median is at least {@code target}. */
  void atLeast(double target) {
    print(String.format(Locale.ROOT, "at least %.2f", target), median() >= target);
  }

  /** Prints them; met if the median is at most {@code target}. */
  void atMost(double target) {
    print(String.format(Locale.ROOT, "at most %.2f", target), median() <= target);
  }

  private double median() {
    Collections.sort(each);
    return each.get(each.size() / 2);
  }

  private void print(String target, boolean met) {
    System.out.printf(
        Locale.ROOT,
        "%s: min %.2f median %.2f max %.2f of %d rounds; %s wanted: %s%n",
        what,
        Collections.min(each),
        median(),
        Collections.max(each),
        each.size(),
        target,
        met ? "met" : "MISSED");
  }
}
