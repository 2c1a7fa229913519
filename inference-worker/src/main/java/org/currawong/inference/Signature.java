package org.currawong.inference;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A MinHash signature of a text: for each of {@link #SIZE} orderings the lowest of its runs of
 * characters. The share of equal places of two signatures estimates the share of common runs.
 */
final class Signature {

  /** Orderings; the estimate errs by about 1/√128, nine parts in a hundred. */
  static final int SIZE = 128;

  /** Characters in one run. */
  private static final int RUN = 5;

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final int[] lowest;
  private final int runs;
  private final List<String> numbers;

  private Signature(int[] lowest, int runs, List<String> numbers) {
    this.lowest = lowest;
    this.runs = runs;
    this.numbers = numbers;
  }

  static Signature of(Words words) {
    StringBuilder plain = new StringBuilder(words.text().length() + 1);
    for (Words.Word word : words.all()) {
      plain.append(word.form()).append(' ');
    }
    Set<Long> runs = new HashSet<>();
    for (int i = 0; i + RUN <= plain.length(); i++) {
      long hash = 0;
      for (int j = 0; j < RUN; j++) {
        hash = hash * 1_000_003 + plain.charAt(i + j);
      }
      runs.add(mixed(hash));
    }
    return new Signature(lowest(runs), runs.size(), numbers(words));
  }

  private static int[] lowest(Set<Long> runs) {
    int[] lowest = new int[SIZE];
    java.util.Arrays.fill(lowest, Integer.MAX_VALUE);
    for (long run : runs) {
      for (int i = 0; i < SIZE; i++) {
        int place = (int) (mixed(run + i * GOLDEN) >>> 33);
        lowest[i] = Math.min(lowest[i], place);
      }
    }
    return lowest;
  }

  private static List<String> numbers(Words words) {
    return words.all().stream()
        .map(Words.Word::form)
        .filter(form -> Character.isDigit(form.charAt(0)))
        .toList();
  }

  /** Scatters the bits of {@code x} (the finaliser of SplitMix64, Steele and others 2014). */
  static long mixed(long x) {
    long z = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** How many different runs the text has. */
  int runs() {
    return runs;
  }

  /** The numbers in the text, in its order. */
  List<String> numbers() {
    return numbers;
  }

  int lowest(int ordering) {
    return lowest[ordering];
  }

  /** The estimated share of common runs, 0 to 1. */
  double likeness(Signature other) {
    int same = 0;
    for (int i = 0; i < SIZE; i++) {
      if (lowest[i] == other.lowest[i]) {
        same++;
      }
    }
    return same / (double) SIZE;
  }
}
