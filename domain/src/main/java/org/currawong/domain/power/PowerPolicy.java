package org.currawong.domain.power;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.currawong.domain.power.PowerJudgement.Hold;

/**
 * From what a UPS says to a rung of the power ladder (SAFETY.md, section 4). Pure: the caller polls
 * and keeps the last judgement. Only upsmon shuts machines down; this decides what the hub runs.
 */
public final class PowerPolicy {

  /** A UPS polled every 5 to 15 s that has said nothing for this long is not heard any more. */
  public static final Duration STALE = Duration.ofSeconds(30);

  /** Words of {@code ups.status} that say nothing against mains (NUT, status data). */
  private static final Set<String> HARMLESS = Set.of("OL", "OB", "CHRG", "HB", "TRIM", "BOOST");

  /** Words that are known and no reason to be content, with what people call them. */
  private static final Map<String, String> WORRYING =
      Map.of(
          "LB", "its battery is low",
          "RB", "its battery is to be replaced",
          "DISCHRG", "its battery is being used",
          "BYPASS", "it passes the mains by unguarded",
          "CAL", "it measures its battery",
          "OFF", "its output is off",
          "OVER", "it is overloaded",
          "FSD", "its shutdown is ordered",
          "ALARM", "it has an alarm",
          "WAIT", "it is starting");

  private final PowerLimits limits;

  public PowerPolicy(PowerLimits limits) {
    this.limits = limits;
  }

  /**
   * Judges a UPS that answers; see {@link #judge(PowerJudgement, UpsReading, boolean, Instant)}.
   */
  public PowerJudgement judge(PowerJudgement before, UpsReading last, Instant now) {
    return judge(before, last, false, now);
  }

  /**
   * Judges. Critical is latched: whoever has begun to stop does not turn round half way.
   *
   * @param before what this method said last of the same UPS; {@code null} at first
   * @param last the newest reading there is, also where none has come since
   * @param lost the connection is gone, or NUT calls the data stale: on battery that is low (after
   *     the hysteresis); on mains it is forgiven until {@link #STALE}
   * @param now by the caller's clock, which stamped the reading too
   */
  public PowerJudgement judge(PowerJudgement before, UpsReading last, boolean lost, Instant now) {
    List<String> reasons = new ArrayList<>();
    boolean stale = Duration.between(last.at(), now).compareTo(STALE) > 0;
    boolean unheard = stale || lost && last.says("OB");
    Rung said = unheard ? unheard(last, stale, reasons) : heard(last, reasons);
    // Whoever ordered the shutdown has waited already, and silence has lasted longer than a
    // flicker.
    boolean atOnce = before == null || stale || last.says("FSD");
    Hold battery = hold(atOnce, before == null ? null : before.battery(), said, Rung.BATTERY, now);
    Hold low = hold(atOnce, before == null ? null : before.low(), said, Rung.LOW, now);
    Hold critical = critical(before, last, said, now);
    Rung rung =
        critical.on()
            ? Rung.CRITICAL
            : low.on() ? Rung.LOW : battery.on() ? Rung.BATTERY : Rung.MAINS;
    if (rung != said) {
      reasons.add(
          "not yet for " + Hold.HYSTERESIS.toSeconds() + " s: it stays " + rung.word() + " so far");
    }
    return new PowerJudgement(rung, reasons, concerns(last), battery, low, critical);
  }

  private static Hold hold(boolean atOnce, Hold before, Rung said, Rung rung, Instant now) {
    boolean crossed = said.compareTo(rung) >= 0;
    return before == null || atOnce && crossed ? Hold.at(crossed) : before.next(crossed, now);
  }

  /** A first reading alone never stops the hub, unless the shutdown is ordered. */
  private static Hold critical(PowerJudgement before, UpsReading last, Rung said, Instant now) {
    if (last.says("FSD") && said == Rung.CRITICAL) {
      return Hold.at(true);
    }
    Hold was = before == null ? Hold.at(false) : before.critical();
    if (was.on()) {
      return was;
    }
    return was.next(said == Rung.CRITICAL, now);
  }

  private Rung heard(UpsReading r, List<String> reasons) {
    if (r.says("FSD")) {
      reasons.add("its shutdown is ordered");
      return Rung.CRITICAL;
    }
    if (r.says("OB")) {
      return onBattery(r, reasons);
    }
    if (r.says("LB")) {
      reasons.add("its battery is low");
      return Rung.LOW;
    }
    if (r.says("OL")) {
      reasons.add("on mains");
      return Rung.MAINS;
    }
    reasons.add(
        r.words().isEmpty()
            ? "it gives no status: not taken for mains"
            : "it says neither mains nor battery: not taken for mains");
    return Rung.BATTERY;
  }

  private Rung onBattery(UpsReading r, List<String> reasons) {
    reasons.add("on battery");
    if (r.says("LB")) {
      reasons.add("its battery is low");
      return Rung.CRITICAL;
    }
    boolean little = r.charge() != null && r.charge() < limits.charge();
    boolean brief = r.runtime() != null && r.runtime() < limits.runtime().toSeconds();
    if (little) {
      reasons.add("charge under " + (int) limits.charge() + " %");
    }
    if (brief) {
      reasons.add("less than " + limits.runtime().toMinutes() + " minutes left");
    }
    return little || brief ? Rung.LOW : Rung.BATTERY;
  }

  /** Silence after the last reading: worse than that reading, and never better. */
  private Rung unheard(UpsReading last, boolean stale, List<String> reasons) {
    Rung then = heard(last, reasons);
    reasons.add(
        stale
            ? "nothing heard of it for more than " + STALE.toSeconds() + " s"
            : "it does not answer any more");
    Rung least = last.says("OB") ? Rung.LOW : Rung.BATTERY;
    return then.compareTo(least) >= 0 ? then : least;
  }

  private static List<String> concerns(UpsReading r) {
    List<String> concerns = new ArrayList<>();
    if (r.words().isEmpty()) {
      concerns.add("it gives no status");
    }
    for (String word : r.words()) {
      if (WORRYING.containsKey(word)) {
        concerns.add(WORRYING.get(word));
      } else if (!HARMLESS.contains(word)) {
        concerns.add("it says " + word + ", which nobody here knows");
      }
    }
    if (r.says("OL") && r.says("OB")) {
      concerns.add("it says mains and battery at once");
    }
    concerns.addAll(r.odd());
    return concerns;
  }
}
