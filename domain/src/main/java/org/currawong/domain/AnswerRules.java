package org.currawong.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.currawong.domain.report.AnswerRoom;
import org.currawong.domain.report.Handling.GivenAnswer;
import org.currawong.domain.report.Report;
import org.currawong.domain.text.Fit;
import org.currawong.domain.text.Plain;

/**
 * Personal answers: to the one sender of a report, never to a room, and no alert in disguise
 * (HOUSE.md, section 5).
 */
final class AnswerRules {

  /** More people than this who are told the same are to be told by an alert, which takes three. */
  static final int MOST_PEOPLE = 5;

  /** Over which the same words are counted. */
  static final Duration SAME_WORDS = Duration.ofMinutes(10);

  /** A browser's clock may be ahead of the hub's by this much. */
  static final Duration CLOCKS_APART = Duration.ofMinutes(5);

  private AnswerRules() {}

  static Decision give(State s, Command.GiveAnswer c, Actor by, Instant now) {
    Decision no = HandlingRules.mayHandle(s, c.report(), by);
    if (no != null) {
      return no;
    }
    Report r = s.report(c.report());
    GivenAnswer known = r.handling().answer(c.answer());
    if (known != null) {
      return known.text().open().filter(c.text()::equals).isPresent()
          ? Decision.accepted(c.answer())
          : Decider.invalid("Idempotency-Key", "it was used before for another answer");
    }
    Decision fault = fault(s, r, c.text(), now);
    return fault != null
        ? fault
        : Decision.accepted(
            c.answer(),
            new Fact.AnswerGiven(
                r.id(), c.answer(), by.id(), new Sealed<>(r.secret().key(), c.text())));
  }

  private static Decision fault(State s, Report r, String text, Instant now) {
    if (r.secret().body() == null) {
      return Decider.conflict("report", "its words were erased: there is nobody to answer");
    }
    if (!Plain.isText(text)) {
      return Decider.invalid("text", "this is not text that people can read");
    }
    Fit fit = AnswerRoom.fit(r.via(), text);
    if (!fit.fits()) {
      return Decider.invalid("text", "too long for this way: " + String.join("; ", fit.over()));
    }
    Set<String> told = toldTheSame(s, text, now);
    boolean more = !told.contains(who(r)) && told.size() >= MOST_PEOPLE;
    return more
        ? Decider.conflict(
            "text",
            "this is an alert: the same words went to "
                + MOST_PEOPLE
                + " people in ten minutes; write an alert, which reaches everybody")
        : null;
  }

  /** Who was told these words lately. People answer by hand, so looking through all is bearable. */
  private static Set<String> toldTheSame(State s, String text, Instant now) {
    String words = words(text);
    Instant since = now.minus(SAME_WORDS);
    return s.reports().stream()
        .filter(r -> r.handling().answers().stream().anyMatch(a -> same(a, words, since)))
        .map(AnswerRules::who)
        .collect(Collectors.toSet());
  }

  private static boolean same(GivenAnswer a, String words, Instant since) {
    return a.at().isAfter(since)
        && a.text().open().map(AnswerRules::words).orElse("").equals(words);
  }

  /** What makes no difference to a reader makes none here: case, spaces, punctuation. */
  private static String words(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[\\s\\p{Punct}]+", " ").strip();
  }

  private static String who(Report r) {
    return r.sender() == null ? r.id() : r.sender();
  }

  static Decision passOn(State s, Command.PassOnAnswer c, Actor by) {
    // The way that sent it may say so as well.
    Decision no =
        by.person() || by.equals(Actor.RESIDENT)
            ? HandlingRules.mayHandle(s, c.report(), by)
            : s.report(c.report()) == null ? Decider.notFound("report", "report") : null;
    if (no != null) {
      return no;
    }
    GivenAnswer a = s.report(c.report()).handling().answer(c.answer());
    if (a == null) {
      return Decider.notFound("answer", "answer");
    }
    return a.passedOnAt() != null
        ? Decision.accepted(c.answer())
        : Decision.accepted(c.answer(), new Fact.AnswerPassedOn(c.report(), c.answer(), by.id()));
  }
}
