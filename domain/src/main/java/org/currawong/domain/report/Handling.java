package org.currawong.domain.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.currawong.domain.Sealed;

/**
 * What people on duty did about a report.
 *
 * @param seenBy the account that opened it first, or {@code null} while nobody has: one for the
 *     whole hub, since a report that somebody has read is no news to the next shift
 * @param clockStopped whether it was handed over or its people are safe, and it was not taken up
 *     again since
 * @param place where a person says it is, or {@code null}; sealed
 * @param answers to its sender, in the order given
 * @param handover to whom it was last handed over, or {@code null}
 */
public record Handling(
    String seenBy,
    Instant seenAt,
    boolean clockStopped,
    Sealed<Placed> place,
    List<GivenAnswer> answers,
    HandedOver handover) {

  /** Nobody has done anything yet. */
  public static final Handling NONE = new Handling(null, null, false, null, List.of(), null);

  /**
   * One answer to the sender.
   *
   * @param passedOnAt when it reached the sender, or {@code null} where nobody knows that it did
   */
  public record GivenAnswer(
      String id,
      String by,
      Instant at,
      Sealed<String> text,
      String passedOnBy,
      Instant passedOnAt) {

    GivenAnswer passedOn(String who, Instant when) {
      return new GivenAnswer(id, by, at, text, who, when);
    }
  }

  /**
   * A handover.
   *
   * @param at when the agency took it, as the person who writes it down says
   */
  public record HandedOver(String by, Instant at, Sealed<Handover> to) {}

  public Handling {
    answers = answers == null ? List.of() : List.copyOf(answers);
  }

  /** The answer with this id, or {@code null}. */
  public GivenAnswer answer(String id) {
    return answers.stream().filter(a -> a.id().equals(id)).findFirst().orElse(null);
  }

  /** Seen for the first time; later looks change nothing. */
  public Handling seen(String by, Instant at) {
    return seenBy != null ? this : new Handling(by, at, clockStopped, place, answers, handover);
  }

  public Handling placed(Sealed<Placed> where) {
    return new Handling(seenBy, seenAt, clockStopped, where, answers, handover);
  }

  public Handling answered(GivenAnswer answer) {
    List<GivenAnswer> all = new ArrayList<>(answers);
    all.add(answer);
    return new Handling(seenBy, seenAt, clockStopped, place, all, handover);
  }

  public Handling passedOn(String answer, String by, Instant at) {
    List<GivenAnswer> all =
        answers.stream().map(a -> a.id().equals(answer) ? a.passedOn(by, at) : a).toList();
    return new Handling(seenBy, seenAt, clockStopped, place, all, handover);
  }

  public Handling handedOver(HandedOver to) {
    return new Handling(seenBy, seenAt, true, place, answers, to);
  }

  /**
   * Handing over and safe stop the clock; taking it up again lets it run on; the rest leaves it.
   */
  Handling clockAt(ReportStatus status) {
    boolean taken = status == ReportStatus.RECEIVED || status == ReportStatus.CHECKING;
    boolean stopped = status.stopsLifeSafetyClock() || clockStopped && !taken;
    return new Handling(seenBy, seenAt, stopped, place, answers, handover);
  }
}
