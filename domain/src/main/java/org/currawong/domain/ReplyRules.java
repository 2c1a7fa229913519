package org.currawong.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.currawong.domain.delivery.DeliveryState;
import org.currawong.domain.delivery.ReplyPlan;
import org.currawong.domain.delivery.SentReply;
import org.currawong.domain.report.Handling;
import org.currawong.domain.report.Report;
import org.currawong.domain.report.ReportBody;
import org.currawong.domain.report.Via;

/** Which replies a report asks for, and what is known of them. */
final class ReplyRules {

  /** A receipt or an answer that could not leave within a day says nothing any more. */
  static final Duration LIFE = Duration.ofDays(1);

  private ReplyRules() {}

  /** The replies to a report that are still to be sent, the first one first. */
  static List<ReplyPlan> due(State s, Report r) {
    Optional<String> way = way(r);
    if (way.isEmpty() || r.sender() == null || !reachable(r.secret().body())) {
      return List.of();
    }
    List<ReplyPlan> plans = new ArrayList<>();
    if (inTime(r.receivedAt(), s) && r.secret().body().receipt() != null) {
      plans.add(new ReplyPlan("receipt-" + r.id(), ReplyPlan.Kind.RECEIPT, r.id(), way.get()));
    }
    r.handling().answers().stream()
        .filter(a -> a.passedOnAt() == null && inTime(a.at(), s))
        .forEach(a -> plans.add(new ReplyPlan(a.id(), ReplyPlan.Kind.ANSWER, r.id(), way.get())));
    plans.removeIf(plan -> s.reply(plan.id()) != null);
    return plans;
  }

  private static boolean inTime(Instant since, State s) {
    return !since.plus(LIFE).isBefore(s.at());
  }

  /** The way out that leads back; none for what was told its receipt at once, as by the web. */
  private static Optional<String> way(Report r) {
    return r.via() == Via.SMS && r.enteredBy() == null ? Optional.of("sms") : Optional.empty();
  }

  private static boolean reachable(ReportBody body) {
    return body != null && body.contact() != null;
  }

  static Decision observed(State s, Command.RecordReply c) {
    if (s.report(c.report()) == null) {
      return Decider.notFound("report", "report");
    }
    SentReply known = s.reply(c.reply());
    boolean news =
        known == null || known.state() != c.state() && c.state().compareTo(known.state()) > 0;
    if (!news) {
      return Decision.accepted(c.reply());
    }
    Fact observed =
        new Fact.ReplyObserved(
            c.reply(),
            c.report(),
            c.way(),
            c.state(),
            DeliveryRules.cut(c.reason(), DeliveryRules.MAX_REASON));
    return left(s, c)
        ? Decision.accepted(
            c.reply(), observed, new Fact.AnswerPassedOn(c.report(), c.reply(), c.way()))
        : Decision.accepted(c.reply(), observed);
  }

  /** An answer that the way has sent is passed on; a copy that merely waits there is not. */
  private static boolean left(State s, Command.RecordReply c) {
    Handling.GivenAnswer a = s.report(c.report()).handling().answer(c.reply());
    return a != null && a.passedOnAt() == null && c.state() == DeliveryState.SENT;
  }
}
