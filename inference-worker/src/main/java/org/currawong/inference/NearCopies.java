package org.currawong.inference;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds reports that say nearly what an earlier one said: one story sent on by many is not many
 * witnesses. It compares MinHash signatures of overlapping runs of characters (Broder 1997), looked
 * up by bands, over the latest {@link #REMEMBERED} reports. The same reports in the same order give
 * the same answers. For any thread.
 *
 * <p>Short texts ("please help us") are nobody's copy: people in the same trouble say the same.
 */
public final class NearCopies {

  /** Reports remembered: a night of a busy hub, about 5 MB. */
  static final int REMEMBERED = 5_000;

  /** Texts with fewer runs of characters than this are too short to be called copies. */
  static final int FEWEST_RUNS = 40;

  /** From this share of common runs on a text is a near-copy. */
  static final double ENOUGH = 0.6;

  private static final int ROWS = 4;

  /**
   * Of one band at most so many earlier reports are compared, the oldest: an answer stays quick.
   */
  private static final int MAX_COMPARED = 64;

  /**
   * An earlier report that says nearly the same.
   *
   * @param of its id
   * @param score estimated share of common runs of characters, {@link #ENOUGH} to 1
   */
  public record Copy(String of, double score) {}

  private record Known(String id, long order, Signature signature) {}

  private final Map<String, Known> known = new LinkedHashMap<>();
  private final Map<Long, ArrayDeque<Known>> bands = new HashMap<>();
  private long order;

  /**
   * The earlier report that this one copies, if any; then remembers this one. Asked again about the
   * same id, it answers as before, as long as it remembers both.
   *
   * @param id of the report
   */
  public synchronized Optional<Finding<Copy>> see(String id, String text) {
    return see(id, Words.of(text));
  }

  synchronized Optional<Finding<Copy>> see(String id, Words words) {
    Signature signature = Signature.of(words);
    if (signature.runs() < FEWEST_RUNS) {
      return Optional.empty();
    }
    Known own = known.get(id);
    long before = own == null ? order : own.order();
    Known best = null;
    double score = 0;
    for (Known other : candidates(signature, before)) {
      double share = signature.likeness(other.signature());
      if (share > score || share == score && best != null && other.order() < best.order()) {
        best = other;
        score = share;
      }
    }
    if (own == null) {
      remember(new Known(id, order++, signature));
    }
    return score < ENOUGH ? Optional.empty() : Optional.of(found(best, score, signature));
  }

  private static Finding<Copy> found(Known best, double score, Signature signature) {
    String numbers =
        signature.numbers().equals(best.signature().numbers()) ? "" : "; its numbers differ";
    String share = Math.round(score * 100) + " in 100 parts of the wording are the same";
    return Finding.builtIn(new Copy(best.id(), score), share + numbers);
  }

  private Set<Known> candidates(Signature signature, long before) {
    Set<Known> found = new HashSet<>();
    for (int band = 0; band < Signature.SIZE / ROWS; band++) {
      int compared = 0;
      for (Known other : bands.getOrDefault(key(signature, band), new ArrayDeque<>(0))) {
        if (other.order() >= before || ++compared > MAX_COMPARED) {
          break;
        }
        found.add(other);
      }
    }
    return found;
  }

  private void remember(Known report) {
    known.put(report.id(), report);
    for (int band = 0; band < Signature.SIZE / ROWS; band++) {
      bands.computeIfAbsent(key(report.signature(), band), k -> new ArrayDeque<>(2)).add(report);
    }
    if (known.size() > REMEMBERED) {
      forget(known.values().iterator().next());
    }
  }

  private void forget(Known oldest) {
    known.remove(oldest.id());
    for (int band = 0; band < Signature.SIZE / ROWS; band++) {
      long key = key(oldest.signature(), band);
      ArrayDeque<Known> in = bands.get(key);
      in.pollFirst();
      if (in.isEmpty()) {
        bands.remove(key);
      }
    }
  }

  private static long key(Signature signature, int band) {
    long key = band;
    for (int row = 0; row < ROWS; row++) {
      key = Signature.mixed(key * 31 + signature.lowest(band * ROWS + row));
    }
    return key;
  }
}
