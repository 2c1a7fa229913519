package org.currawong.routes;

import java.util.Map;
import java.util.Optional;
import org.currawong.broker.Reply;
import org.currawong.domain.Board;
import org.currawong.domain.State;
import org.currawong.domain.delivery.ReplyPlan;
import org.currawong.domain.phrase.PhraseBank;
import org.currawong.domain.report.Report;
import org.currawong.domain.report.ReportBody;

/** Gives a planned reply its words and its address. */
public final class ReplyMaker {

  /** A receipt in one message of 160 or 70 characters. */
  private static final String RECEIPT = "receipt.sms";

  private final PhraseBank phrases;
  private final Board board;

  public ReplyMaker(PhraseBank phrases, Board board) {
    this.phrases = phrases;
    this.board = board;
  }

  /** The reply; empty where it was settled meanwhile or whom it would go to is erased. */
  public Optional<Reply> make(ReplyPlan p) {
    return board.read(s -> make(s, p));
  }

  private Optional<Reply> make(State s, ReplyPlan p) {
    Report r = s.report(p.report());
    ReportBody body = r == null ? null : r.secret().body();
    if (body == null || s.reply(p.id()) != null) {
      return Optional.empty();
    }
    return switch (p.kind()) {
      case RECEIPT -> Optional.of(receipt(p, r, body));
      case ANSWER -> answer(p, r, body);
    };
  }

  private static Optional<Reply> answer(ReplyPlan p, Report r, ReportBody body) {
    return Optional.ofNullable(r.handling().answer(p.id()))
        .flatMap(a -> a.text().open())
        .map(
            words ->
                new Reply(
                    p.id(),
                    Reply.Kind.ANSWER,
                    r.id(),
                    r.sender(),
                    p.way(),
                    body.contact(),
                    // Nobody says in which language a coordinator writes.
                    PhraseBank.REFERENCE,
                    words));
  }

  private Reply receipt(ReplyPlan p, Report r, ReportBody body) {
    String language =
        r.language() != null && phrases.find(RECEIPT, r.language()).isPresent()
            ? r.language()
            : PhraseBank.REFERENCE;
    String words = phrases.fill(RECEIPT, language, Map.of("receipt", body.receipt())).orElseThrow();
    return new Reply(
        p.id(), Reply.Kind.RECEIPT, r.id(), r.sender(), p.way(), body.contact(), language, words);
  }
}
