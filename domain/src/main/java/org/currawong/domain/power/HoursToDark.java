package org.currawong.domain.power;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How long until it is dark, by what a UPS says and by how fast that falls. A UPS guesses its
 * runtime from the load of the moment; what it has lost in the last minutes is checked against it,
 * and the shorter of the two is told. Pure: each reading gives the next value.
 *
 * @param samples the oldest first; all taken on battery, but the only one on mains
 */
public record HoursToDark(List<Sample> samples) {

  /** How far back the trend looks: long enough for a coarse gauge to move. */
  static final Duration WINDOW = Duration.ofMinutes(10);

  /** One sample each so often: sixty in the window. */
  static final Duration STEP = Duration.ofSeconds(10);

  /** A trend over less says nothing. */
  static final Duration LEAST = Duration.ofMinutes(1);

  /** Within a quarter of the clock's own pace a guess is as good as its word. */
  private static final double SLACK = 0.25;

  /** Nobody is told of more than the gauge can know. */
  private static final double LONGEST_S = 7 * 24 * 3600.0;

  /**
   * What the gauge said once.
   *
   * @param runtime seconds, or {@code null}
   * @param charge percent, or {@code null}
   */
  public record Sample(Instant at, Double runtime, Double charge, boolean onBattery) {}

  /** Where the time left is going. */
  public enum Trend {
    /** Too early to tell, not on battery, or nothing is said. */
    UNKNOWN("not known yet"),
    /** It falls as the clock goes. */
    STEADY("as it says"),
    /** It falls faster: darker sooner. */
    FASTER("falling faster than it says"),
    /** It falls slower, or rises. */
    SLOWER("lasting longer than it says");

    private final String words;

    Trend(String words) {
      this.words = words;
    }

    /** In words for people. */
    public String words() {
      return words;
    }
  }

  public HoursToDark {
    samples = List.copyOf(samples);
  }

  /** Before the first reading. */
  public static HoursToDark unknown() {
    return new HoursToDark(List.of());
  }

  /** With one more reading; the first on battery, or back on mains, begins anew. */
  public HoursToDark with(UpsReading r) {
    Sample fresh = new Sample(r.at(), r.runtime(), r.charge(), r.says("OB"));
    Sample last = samples.isEmpty() ? null : samples.getLast();
    if (last == null || !fresh.onBattery() || !last.onBattery() || last.at().isAfter(r.at())) {
      return new HoursToDark(List.of(fresh));
    }
    List<Sample> kept = new ArrayList<>(samples);
    kept.removeIf(s -> s.at().isBefore(r.at().minus(WINDOW)));
    // The newest is always there; of the others one each step is enough.
    if (kept.size() > 1 && Duration.between(before(kept).at(), r.at()).compareTo(STEP) < 0) {
      kept.removeLast();
    }
    kept.add(fresh);
    return new HoursToDark(kept);
  }

  private static Sample before(List<Sample> kept) {
    return kept.get(kept.size() - 2);
  }

  /** How long the battery lasts, or would; empty where nothing tells. */
  public Optional<Duration> left() {
    if (samples.isEmpty()) {
      return Optional.empty();
    }
    Sample now = samples.getLast();
    if (now.runtime() != null) {
      double pace = pace();
      return Optional.of(seconds(now.runtime() / (pace > 1 ? pace : 1)));
    }
    double fall = fall(Sample::charge);
    return now.charge() != null && fall > 0
        ? Optional.of(seconds(now.charge() / fall))
        : Optional.empty();
  }

  /** Whether the UPS's own guess holds. */
  public Trend trend() {
    double pace = pace();
    if (Double.isNaN(pace)) {
      return Trend.UNKNOWN;
    }
    if (pace > 1 + SLACK) {
      return Trend.FASTER;
    }
    return pace < 1 - SLACK ? Trend.SLOWER : Trend.STEADY;
  }

  /** Seconds of runtime lost in each second; not a number where nothing tells. */
  private double pace() {
    return fall(Sample::runtime);
  }

  private double fall(java.util.function.Function<Sample, Double> gauge) {
    List<Sample> said = samples.stream().filter(s -> gauge.apply(s) != null).toList();
    if (said.isEmpty() || gauge.apply(samples.getLast()) == null) {
      return Double.NaN;
    }
    Duration span = Duration.between(said.getFirst().at(), said.getLast().at());
    return span.compareTo(LEAST) < 0
        ? Double.NaN
        : (gauge.apply(said.getFirst()) - gauge.apply(said.getLast())) / span.toSeconds();
  }

  private static Duration seconds(double s) {
    return Duration.ofSeconds((long) Math.min(LONGEST_S, s));
  }

  /** Such as {@code 1 h 20 min}. */
  public static String words(Duration d) {
    if (d.toMinutes() < 1) {
      return "less than a minute";
    }
    return d.toHours() < 1
        ? d.toMinutes() + " min"
        : d.toHours() + " h " + d.toMinutesPart() + " min";
  }
}
