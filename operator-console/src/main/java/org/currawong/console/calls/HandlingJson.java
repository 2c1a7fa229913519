package org.currawong.console.calls;

import java.util.List;
import java.util.Map;
import org.currawong.domain.State;
import org.currawong.domain.report.Handling;
import org.currawong.domain.report.Handover;
import org.currawong.domain.report.Report;

/** What people did about a report, and its thread, as JSON. */
final class HandlingJson {

  /** The latest others of a thread; more than anybody reads beside one report. */
  private static final int MOST_THREAD = 20;

  private HandlingJson() {}

  static void whole(Doc doc, State s, Report r) {
    open(doc, s, r);
    doc.put("answers", r.handling().answers().stream().map(a -> answer(s, a)).toList());
    Handling.HandedOver h = r.handling().handover();
    doc.put("handover", h == null ? null : handover(s, h));
  }

  /** Without words: that it was answered and handed over, to whom, and when. */
  static void impersonal(Doc doc, State s, Report r) {
    open(doc, s, r);
    doc.put(
        "answers",
        r.handling().answers().stream().map(a -> new Doc().put("at", a.at()).fields()).toList());
    Handling.HandedOver h = r.handling().handover();
    doc.put(
        "handover",
        h == null ? null : new Doc().put("agency", agency(h)).put("at", h.at()).fields());
  }

  private static void open(Doc doc, State s, Report r) {
    List<Report> thread = s.thread(r);
    List<Map<String, Object>> others =
        thread.stream()
            .skip(Math.max(0, thread.size() - MOST_THREAD - 1L))
            .filter(t -> !t.id().equals(r.id()))
            .map(HandlingJson::beside)
            .toList();
    doc.put("thread", others);
    doc.put("seen_at", r.handling().seenAt());
    doc.put("clock", clock(r));
  }

  private static String clock(Report r) {
    if (r.clockRuns()) {
      return "running";
    }
    return r.handling().clockStopped() ? "stopped" : null;
  }

  private static Map<String, Object> beside(Report r) {
    Doc doc = new Doc().put("id", r.id()).put("received_at", r.receivedAt());
    doc.put("urgency", ReportJson.word(r.urgency()));
    return doc.put("status", r.status().word()).fields();
  }

  /** Answers as the sender sees them, by the receipt. */
  static List<Map<String, Object>> forSender(Report r) {
    return r.handling().answers().stream()
        .filter(a -> a.text().body() != null)
        .map(a -> new Doc().put("text", a.text().body()).put("at", a.at()).fields())
        .toList();
  }

  private static Map<String, Object> answer(State s, Handling.GivenAnswer a) {
    Doc doc = new Doc().put("id", a.id()).put("text", a.text().body());
    doc.put("by", AlertJson.name(s, a.by())).put("at", a.at());
    return doc.put("passed_on_at", a.passedOnAt()).fields();
  }

  private static Map<String, Object> handover(State s, Handling.HandedOver h) {
    Handover to = h.to().body();
    Doc doc = new Doc().put("agency", agency(h));
    doc.put("reference", to == null ? null : to.reference());
    doc.put("person", to == null ? null : to.person()).put("at", h.at());
    return doc.put("by", AlertJson.name(s, h.by())).fields();
  }

  private static String agency(Handling.HandedOver h) {
    return h.to().open().map(Handover::agency).orElse(null);
  }
}
