package org.currawong.hardware.ups;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.currawong.broker.PowerReading;
import org.currawong.domain.power.HoursToDark;
import org.currawong.domain.power.PowerJudgement;
import org.currawong.domain.power.PowerLimits;
import org.currawong.domain.power.PowerPolicy;
import org.currawong.domain.power.PowerSight;
import org.currawong.domain.power.Rung;
import org.currawong.domain.power.UpsReading;

/**
 * What one UPS has said so far, what follows from it, and what of it is news for the log. No I/O;
 * times are arguments of one clock that never goes back. Not thread-safe: {@link UpsMonitor} guards
 * it.
 */
final class UpsWatch {

  /**
   * New words without a new rung are news at most this often: a relay that chatters fills no log.
   */
  static final Duration QUIET = Duration.ofSeconds(10);

  /** Off the mains the figures are news this often: a council can see how an outage went. */
  static final Duration FIGURES = Duration.ofSeconds(60);

  /** What of a UPS's variables is worth a line of the log; serial numbers are not. */
  private static final List<String> KEPT =
      List.of(
          "battery.charge",
          "battery.runtime",
          "battery.voltage",
          "battery.charge.low",
          "battery.runtime.low",
          "input.voltage",
          "output.voltage",
          "ups.load",
          "ups.temperature",
          "ups.alarm",
          "device.mfr",
          "device.model");

  private static final int LONGEST_FIGURE = 100;
  private static final int LONGEST_WHY = 600;

  private final String ups;
  private final PowerPolicy policy;
  private final Instant began;
  private UpsReading last;
  private Map<String, String> figures = Map.of();
  private String fault;
  private PowerJudgement judged;
  private Instant since;
  private HoursToDark dark = HoursToDark.unknown();
  private Sent sent;

  /** What the log has. */
  private record Sent(Rung rung, List<String> words, Instant at) {}

  UpsWatch(String ups, PowerLimits limits, Instant began) {
    this.ups = ups;
    this.policy = new PowerPolicy(limits);
    this.began = began;
    this.since = began;
  }

  /** It answered. */
  void heard(Map<String, String> variables, Instant now) {
    last = UpsReading.of(variables, now);
    dark = dark.with(last);
    fault = null;
    Map<String, String> kept = new LinkedHashMap<>();
    for (String name : KEPT) {
      if (variables.containsKey(name)) {
        kept.put(name, plain(variables.get(name), LONGEST_FIGURE));
      }
    }
    figures = kept;
    judge(now);
  }

  /** It did not, or upsd has nothing fresh of it. */
  void lost(String why, Instant now) {
    fault = plain(why, LONGEST_WHY);
    judge(now);
  }

  private void judge(Instant now) {
    boolean patient = Duration.between(began, now).compareTo(PowerPolicy.STALE) <= 0;
    if (last == null && patient) {
      return; // both may have been switched on a moment ago
    }
    UpsReading basis = last == null ? UpsReading.of(Map.of(), began) : last;
    PowerJudgement next = policy.judge(judged, basis, fault != null, now);
    if (judged == null || judged.rung() != next.rung()) {
      since = now;
    }
    judged = next;
  }

  /** True while a rung is about to change or is not the mains': then it is looked at more often. */
  boolean tense() {
    return judged == null || fault != null || !judged.fine() || !last.says("OL");
  }

  PowerJudgement judgement() {
    return judged;
  }

  PowerSight sight(Instant now) {
    Duration age = last == null ? Duration.ZERO : Duration.between(last.at(), now);
    return new PowerSight(ups, judged, last, age, Duration.between(since, now), dark, fault);
  }

  /** What the log should have and has not; the same again until {@link #told}. */
  Optional<PowerReading> news(Instant now, Instant wall) {
    if (judged == null) {
      return Optional.empty();
    }
    List<String> words = words();
    Duration quiet = sent == null ? FIGURES : Duration.between(sent.at(), now);
    boolean news =
        sent == null
            || sent.rung() != judged.rung()
            || !sent.words().equals(words) && quiet.compareTo(QUIET) >= 0
            || judged.rung() != Rung.MAINS && quiet.compareTo(FIGURES) >= 0;
    return news
        ? Optional.of(new PowerReading(ups, judged.rung(), words, readings(), wall))
        : Optional.empty();
  }

  /** The log has it. */
  void told(PowerReading reading, Instant now) {
    sent = new Sent(reading.rung(), reading.words(), now);
  }

  private List<String> words() {
    return last == null
        ? List.of()
        : last.words().stream().map(w -> plain(w, LONGEST_FIGURE)).toList();
  }

  private Map<String, String> readings() {
    Set<String> why = new LinkedHashSet<>(judged.reasons());
    why.addAll(judged.concerns());
    if (fault != null) {
      why.add(fault);
    }
    Map<String, String> all = new LinkedHashMap<>(figures);
    all.put(WHY, plain(String.join("; ", why), LONGEST_WHY));
    return all;
  }

  /** Beside the UPS's own names: why this rung, in words. No variable of NUT's has this name. */
  static final String WHY = "why";

  /** A UPS's gibberish must not keep the log from taking what it says. */
  private static String plain(String said, int most) {
    String clean = said.replaceAll("[^\\x20-\\x7e]", "?").strip();
    return clean.length() <= most ? clean : clean.substring(0, most);
  }
}
