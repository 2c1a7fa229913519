package org.currawong.hub.bundle;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.currawong.domain.Entry;
import org.currawong.domain.Fact;

/** What happened when, a line each, without a person's words: {@code n, at, what, about, by}. */
final class Index {

  private final StringBuilder csv = new StringBuilder("n,at,what,about,by,detail\n");

  void add(Entry e) {
    List<String> row =
        switch (e.fact()) {
          case Fact.LogOpened f -> row(f.hub(), "", f.realm().word());
          case Fact.TailCut f -> row(f.file(), "", f.bytes() + " bytes never forced");
          case Fact.HubStarted f -> row("hub", "", f.version());
          case Fact.HubStopped f -> row("hub", "", f.why());
          case Fact.ReportReceived f -> row(f.report(), "", "by " + f.via().word());
          case Fact.ReportAssessed f ->
              row(f.report(), "", f.urgency() == null ? "" : f.urgency().word());
          case Fact.ReportFiled f -> row(f.report(), f.by(), f.incident() + ": " + f.why());
          case Fact.ReportSetAside f -> row(f.report(), f.by(), f.reason());
          case Fact.ReportStatusChanged f -> row(f.report(), f.by(), f.status().word());
          case Fact.ReportSeen f -> row(f.report(), f.by(), "");
          case Fact.AnswerGiven f -> row(f.report(), f.by(), f.answer());
          case Fact.AnswerPassedOn f -> row(f.report(), f.by(), f.answer());
          case Fact.ReportPlaced f -> row(f.report(), f.by(), "");
          case Fact.ReportHandedOver f -> row(f.report(), f.by(), f.handedAt().toString());
          case Fact.IncidentsMerged f -> row(f.incident(), f.by(), "took over " + f.other());
          case Fact.IncidentSplit f ->
              row(f.incident(), f.by(), f.reports().size() + " reports to " + f.fresh());
          case Fact.AlarmAcknowledged f -> row(f.alarm(), f.by(), "");
          case Fact.IncidentOpened f -> row(f.incident(), f.by(), f.category().word());
          case Fact.IncidentStatusChanged f -> row(f.incident(), f.by(), f.status().word());
          case Fact.AlertDrafted f -> row(f.alert(), f.by(), f.draft().status().word());
          case Fact.AlertEdited f -> row(f.alert(), f.by(), "version " + f.version());
          case Fact.AlertSubmitted f -> row(f.alert(), f.by(), "version " + f.version());
          case Fact.AlertRendered f -> row(f.alert(), "", f.manifest());
          case Fact.AlertRenderingFailed f -> row(f.alert(), "", f.reason());
          case Fact.AlertApproved f -> row(f.alert(), f.by(), "as " + f.as().word());
          case Fact.AlertRejected f -> row(f.alert(), f.by(), f.reason());
          case Fact.AlertReleased f -> row(f.alert(), "", f.realm().word());
          case Fact.AlertExpired f -> row(f.alert(), "", "");
          case Fact.WithdrawalAsked f -> row(f.alert(), f.by(), f.kind().word());
          case Fact.AlertWithdrawn f -> row(f.alert(), f.by(), f.kind().word() + ": " + f.reason());
          case Fact.WithdrawalDocumented f -> row(f.alert(), "", "");
          case Fact.DeliveryAttempted f -> row(f.alert(), "", f.way() + " " + f.order());
          case Fact.DeliveryObserved f ->
              row(f.alert(), "", f.way() + " " + f.order() + " " + f.state().word());
          case Fact.ReplyObserved f ->
              row(f.report(), "", f.way() + " " + f.reply() + " " + f.state().word());
          case Fact.AccountAdded f -> row(f.account(), f.by(), f.founding() ? "founding" : "");
          case Fact.AccountConfirmed f -> row(f.account(), f.by(), "");
          case Fact.AccountDisabled f -> row(f.account(), f.by(), "");
          case Fact.PersonAdded f -> row(f.person(), f.by(), "");
          case Fact.PersonChanged f -> row(f.person(), f.by(), "");
          case Fact.DirectoryOpened f -> row("directory", f.by(), f.what());
          case Fact.NoteWritten f -> row(f.note(), f.by(), "");
          case Fact.PowerChanged f -> row(f.ups(), "", f.rung().word());
          case Fact.LogExported f ->
              row("log", f.by(), f.from() + " to " + f.to() + opened(f.disclosed()));
        };
    csv.append(e.n()).append(',').append(e.at()).append(',');
    csv.append(e.fact().getClass().getSimpleName());
    row.forEach(cell -> csv.append(',').append(cell(cell)));
    csv.append('\n');
  }

  private static String opened(List<String> keys) {
    return keys.isEmpty() ? "" : ", opening " + String.join(" ", keys);
  }

  private static List<String> row(String about, String by, String detail) {
    return List.of(about, by, detail);
  }

  /**
   * RFC 4180; and a cell that a spreadsheet would take for a formula gets a mark before it, since
   * the reasons in it were typed by people.
   */
  private static String cell(String value) {
    String v = value == null ? "" : value.replaceAll("[\\r\\n]+", " ");
    String safe = !v.isEmpty() && "=+-@\t".indexOf(v.charAt(0)) >= 0 ? "'" + v : v;
    return safe.matches("[^,\"]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }

  byte[] bytes() {
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }
}
