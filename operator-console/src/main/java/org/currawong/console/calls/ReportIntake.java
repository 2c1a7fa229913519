package org.currawong.console.calls;

import org.currawong.console.ConsoleParts;
import org.currawong.console.ConsoleSettings;
import org.currawong.console.Receipts;
import org.currawong.console.http.Ask;
import org.currawong.console.http.Fault;
import org.currawong.console.http.RateLimit;
import org.currawong.console.http.Reply;
import org.currawong.domain.Command;
import org.currawong.domain.report.Report;
import org.currawong.domain.report.Via;

/** Takes reports in from residents, staff and scripts. */
public final class ReportIntake {

  private final ConsoleParts parts;
  private final ConsoleSettings settings;
  private final Core core;
  private final RateLimit senders;
  private final RateLimit all;

  public ReportIntake(ConsoleParts parts, ConsoleSettings settings, Core core) {
    this.parts = parts;
    this.settings = settings;
    this.core = core;
    this.senders = new RateLimit(settings.reportsPerSender(), parts.clock());
    this.all = new RateLimit(settings.reportsInAll(), parts.clock());
  }

  /** {@code POST /api/reports}: answers only once the report is on disk. */
  public Reply post(Ask ask) {
    ReportForm form = ReportForm.read(ask.fields(), settings.zone());
    if (form.byStaff() && !ask.signedIn()) {
      throw Fault.of(403, "via, caller and at are for staff: sign in, and send X-CSRF-Token");
    }
    String sender = sender(ask, form);
    limit(ask);
    Receipts receipts = parts.receipts();
    String id = RetryKey.of(ask).map(receipts::report).orElseGet(receipts::newReport);
    String receipt = receipts.receipt(id);
    core.hand(
        new Command.TakeReport(
            id, via(ask, form), sender, receipts.digest(form.canonical()), form.body(receipt)),
        ask.actor());
    Report report = parts.board().read(s -> s.report(id));
    String page = form.byStaff() ? "/console/reports/" + id : "/sent/" + receipt;
    if (ask.fields().form() && ask.wantsPage()) {
      return Reply.seeOther(page);
    }
    Doc doc = new Doc().put("id", id).put("receipt", receipt);
    doc.put("received_at", report.receivedAt())
        .put("words", Words.status(report.status(), form.language()));
    Reply.Bytes reply =
        Reply.json(201, doc.fields()).with("Location", "/api/reports/receipt/" + receipt);
    return form.byStaff() ? reply.with("X-Page", page) : reply;
  }

  private void limit(Ask ask) {
    String address = parts.receipts().pseudonym("address", ask.origin().address());
    int wait = ask.signedIn() ? 0 : senders.take(address);
    if (wait > 0) {
      throw Fault.later(
          429, "that is a lot of reports in a minute; if you are in danger call 000", wait);
    }
    int room = all.take("all");
    if (room > 0) {
      throw Fault.later(
          503, "very many reports are coming in; if you are in danger call 000", room);
    }
  }

  private static Via via(Ask ask, ReportForm form) {
    if (form.via() != null) {
      return form.via();
    }
    return ask.fields().form() ? Via.WEB : Via.API;
  }

  /** Who counts as one sender: a caller by name where staff write it down, else an address. */
  private String sender(Ask ask, ReportForm form) {
    Receipts receipts = parts.receipts();
    if (form.caller() != null) {
      return receipts.pseudonym("caller", form.caller().strip());
    }
    return form.byStaff() ? null : receipts.pseudonym("web", ask.origin().address());
  }
}
