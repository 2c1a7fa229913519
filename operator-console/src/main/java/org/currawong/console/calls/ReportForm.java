package org.currawong.console.calls;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.currawong.console.http.Fault;
import org.currawong.console.http.Fields;
import org.currawong.domain.report.ReportBody;
import org.currawong.domain.report.Via;
import org.currawong.domain.text.Plain;

/**
 * A report as it came over HTTP, checked.
 *
 * @param via {@code null} where the caller did not say
 */
record ReportForm(
    String text,
    String language,
    String place,
    Double lat,
    Double lon,
    String name,
    String contact,
    Via via,
    String caller,
    Instant at) {

  /** Names, numbers and places: longer ones are no names. */
  private static final int MOST_WORDS = 200;

  /** What staff may say of how a report reached them. */
  private static final Set<Via> BY_STAFF =
      Set.of(Via.PHONE, Via.COUNTER, Via.TWO_WAY, Via.CREW, Via.SOCIAL, Via.IMPORT);

  /**
   * Reads and checks.
   *
   * @throws Fault 413 over 8 KB of text, 422 for what can't be a report
   */
  static ReportForm read(Fields f, ZoneId zone) {
    String text = f.text("text", Integer.MAX_VALUE);
    checkText(f, text);
    ReportForm form =
        new ReportForm(
            text,
            language(f),
            f.text("place", MOST_WORDS),
            f.number("lat", -90, 90),
            f.number("lon", -180, 180),
            f.text("name", MOST_WORDS),
            f.text("contact", MOST_WORDS),
            f.word("via", Via.class),
            f.text("caller", MOST_WORDS),
            f.time("at", zone));
    form.checkRest(f);
    f.check();
    return form;
  }

  /** True where only staff may say what was said. */
  boolean byStaff() {
    return via != null || caller != null || at != null;
  }

  private static void checkText(Fields f, String text) {
    if (text == null || text.isBlank()) {
      f.fault("text", "say what you see: the text is empty");
    } else if (text.getBytes(StandardCharsets.UTF_8).length > ReportBody.MAX_TEXT_BYTES) {
      throw Fault.field(413, "text", "the text is longer than 8 KB; send it in parts");
    } else if (!Plain.isText(text)) {
      f.fault("text", "this is not text that people can read");
    }
  }

  private static String language(Fields f) {
    String lang = f.text("lang", 35);
    if (lang == null || lang.isBlank()) {
      return null;
    }
    String base = lang.strip().toLowerCase(Locale.ROOT).split("[-_]")[0];
    if (!base.matches("[a-z]{2,3}")) {
      f.fault("lang", "a language code such as en, vi or es is wanted");
      return null;
    }
    return base;
  }

  private void checkRest(Fields f) {
    if ((lat == null) != (lon == null)) {
      f.fault(lat == null ? "lat" : "lon", "give both lat and lon, or neither");
    }
    if (via != null && !BY_STAFF.contains(via)) {
      f.fault("via", "one of phone, counter, two-way, crew, social is wanted");
    }
  }

  /** One text of everything, the same for the same report; what a retry is compared by. */
  String canonical() {
    return String.join(
        "\u0000",
        text,
        String.valueOf(language),
        String.valueOf(place),
        String.valueOf(lat),
        String.valueOf(lon),
        String.valueOf(name),
        String.valueOf(contact),
        String.valueOf(via),
        String.valueOf(caller),
        String.valueOf(at));
  }

  ReportBody body(String receipt) {
    return new ReportBody(
        text, language, place, lat, lon, name, contact, caller, at, receipt, null);
  }
}
