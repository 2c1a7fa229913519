package org.currawong.bench;

import org.currawong.console.Receipts;
import org.currawong.domain.Command;
import org.currawong.domain.Fact;
import org.currawong.domain.Sealed;
import org.currawong.domain.report.ReportBody;
import org.currawong.domain.report.Via;

/** Facts as a flood brings them. */
final class Samples {

  private static final String TEXT =
      "Water is over the road at the bridge on the long street, two people are on a roof, no ";

  private Samples() {}

  /**
   * A report of somebody without an account.
   *
   * @param subject under whose key it is sealed
   */
  static Fact report(long number, String subject) {
    ReportBody body = body(number, "en", "rc" + number);
    String digest = String.format("%064x", number);
    return new Fact.ReportReceived(
        "r-" + number, Via.WEB, "0011223344556677", digest, null, new Sealed<>(subject, body));
  }

  /** What hands in a report of somebody without an account. */
  static Command.TakeReport command(Receipts receipts, long number) {
    String id = receipts.newReport();
    ReportBody body = body(number, null, receipts.receipt(id));
    return new Command.TakeReport(
        id,
        Via.WEB,
        receipts.pseudonym("web", "sender " + number),
        receipts.digest(body.toString()),
        body);
  }

  private static ReportBody body(long number, String language, String receipt) {
    return new ReportBody(
        TEXT + number, language, null, null, null, null, null, null, null, receipt, null);
  }

  /** The body of {@code POST /api/reports}. */
  static String json(String number) {
    return "{\"text\":\"" + TEXT + number + "\"}";
  }
}
