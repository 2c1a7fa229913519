package org.currawong.console.calls;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.currawong.domain.State;
import org.currawong.domain.Word;
import org.currawong.domain.report.Assessment;
import org.currawong.domain.report.Duty;
import org.currawong.domain.report.Placed;
import org.currawong.domain.report.Report;
import org.currawong.domain.report.ReportBody;

/** A report as JSON, whole for those who act on it, without personal fields for a council. */
public final class ReportJson {

  private static final Pattern NUMBER = Pattern.compile("\\+?\\d[\\d ()./-]{4,}\\d");
  private static final Pattern MAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
  private static final Pattern HOUSE =
      Pattern.compile(
          "(?iu:\\b(?:number|no\\.?|nr\\.?|nº|número|numéro|số|unit|flat|lot|house|site)\\s*\\d+[a-z]?\\b)"
              + "|\\b\\d+[a-zA-Z]?(?=[ ,/]+\\p{Lu})",
          Pattern.UNICODE_CHARACTER_CLASS);

  /** A name of one or two letters would blot out half of the words. */
  private static final int SHORTEST_NAME = 3;

  private ReportJson() {}

  /** Every field of CONTRACT.md. */
  public static Map<String, Object> whole(State s, Report r) {
    ReportBody body = r.secret().body();
    Doc doc = new Doc().put("id", r.id());
    doc.put("receipt", body == null ? null : body.receipt());
    doc.put("received_at", r.receivedAt()).put("via", r.via().word());
    doc.put("from", from(body)).put("text", body == null ? null : body.text());
    doc.put("language", r.language()).put("translation", answer(r, Duty.TRANSLATION));
    doc.put("summary", answer(r, Duty.SUMMARY));
    open(doc, r);
    doc.put("place", place(r.place()));
    doc.put("happened_at", body == null ? null : body.happenedAt());
    doc.put("entered_by", r.enteredBy());
    HandlingJson.whole(doc, s, r);
    doc.put("assessments", r.answers().stream().map(ReportJson::assessment).toList());
    return doc.fields();
  }

  /**
   * Without who sent it, its receipt, its exact place; numbers, addresses of mail and of houses in
   * its words are blotted out.
   */
  public static Map<String, Object> impersonal(State s, Report r) {
    ReportBody body = r.secret().body();
    Doc doc = new Doc().put("id", r.id());
    doc.put("received_at", r.receivedAt()).put("via", r.via().word());
    doc.put("text", body == null ? null : blotted(body.text(), body));
    doc.put("language", r.language());
    doc.put("translation", blotted(answer(r, Duty.TRANSLATION), body));
    doc.put("summary", blotted(answer(r, Duty.SUMMARY), body));
    open(doc, r);
    HandlingJson.impersonal(doc, s, r);
    return doc.fields();
  }

  private static void open(Doc doc, Report r) {
    doc.put("urgency", word(r.urgency())).put("category", word(r.category()));
    doc.put("incident", r.incident()).put("set_aside", r.asideReason());
    doc.put("status", r.status().word());
  }

  private static Map<String, Object> from(ReportBody body) {
    if (body == null
        || Stream.of(body.name(), body.contact(), body.caller()).allMatch(v -> v == null)) {
      return null;
    }
    Doc doc = new Doc().put("name", body.name()).put("contact", body.contact());
    return doc.put("caller", body.caller()).fields();
  }

  /** A place as JSON, or {@code null}. */
  static Map<String, Object> place(Placed p) {
    return p == null
        ? null
        : new Doc().put("name", p.name()).put("lat", p.lat()).put("lon", p.lon()).fields();
  }

  private static String answer(Report r, Duty duty) {
    Assessment a = r.answer(duty);
    return a == null || a.answer().isEmpty() ? null : a.answer();
  }

  private static Map<String, Object> assessment(Assessment a) {
    Doc doc = new Doc().put("duty", a.duty().word()).put("answer", a.answer());
    return doc.put("by", a.by()).put("why", a.why()).put("ms", a.ms()).fields();
  }

  static String word(Word w) {
    return w == null ? null : w.word();
  }

  /** The text without what tells who or where exactly somebody is. */
  public static String blotted(String text, ReportBody body) {
    if (text == null) {
      return null;
    }
    String out = text;
    if (body != null) {
      out = without(out, body.name());
      out = without(out, body.contact());
      out = without(out, body.caller());
    }
    out = MAIL.matcher(out).replaceAll("[address]");
    out = NUMBER.matcher(out).replaceAll("[number]");
    return HOUSE.matcher(out).replaceAll("[no.]");
  }

  private static String without(String text, String own) {
    return own == null || own.strip().length() < SHORTEST_NAME
        ? text
        : text.replaceAll("(?iu)" + Pattern.quote(own.strip()), "[name]");
  }
}
