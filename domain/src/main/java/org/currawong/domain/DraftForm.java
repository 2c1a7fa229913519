package org.currawong.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.currawong.domain.alert.AlertStatus;
import org.currawong.domain.alert.AlertText;
import org.currawong.domain.alert.Area;
import org.currawong.domain.alert.Authority;
import org.currawong.domain.alert.Draft;

/**
 * Whether a draft can be kept: it may lack anything but its status, and what it has is of bearable
 * size and form. What it must have before people are asked is {@link Vetting}'s.
 */
final class DraftForm {

  /** One text of an alert: more than any way out carries. */
  private static final int MAX_TEXT = 8 * 1024;

  /** Languages of one alert: more than any hub offers. */
  private static final int MAX_LANGUAGES = 20;

  /** Ways out of one alert: more than any hub has. */
  private static final int MAX_WAYS = 50;

  /** Corners of a polygon in CAP's form, some 25 bytes each. */
  private static final int MAX_POLYGON = 64 * 1024;

  /** Report ids behind all sentences of one field. */
  private static final int MAX_SOURCES = 500;

  private DraftForm() {}

  static Decision fault(Fields f, Draft d) {
    f.need("draft", d);
    if (d == null) {
      return f.refusal();
    }
    f.fault(d.status() == null, "status", "say whether it is Actual or an Exercise")
        .fault(d.status() == AlertStatus.TEST, "status", "this hub does not send tests yet")
        .words("headline", d.headline(), MAX_TEXT)
        .words("description", d.description(), MAX_TEXT)
        .words("instruction", d.instruction(), MAX_TEXT)
        .words("incident", d.incident(), Fields.MAX_ID)
        .time("effective", d.effective())
        .time("expires", d.expires())
        .time("next_update", d.nextUpdate());
    area(f, d.area());
    authority(f, d.authority());
    languages(f, d.languages());
    d.texts().forEach((language, text) -> text(f, language, text));
    f.fault(d.texts().size() > MAX_LANGUAGES, "texts", "at most 20 languages");
    f.list("channels", d.channels());
    f.fault(
        d.channels() != null && d.channels().size() > MAX_WAYS, "channels", "at most 50 ways out");
    sources(f, d.sources());
    return f.refusal();
  }

  private static void area(Fields f, Area a) {
    if (a != null) {
      f.words("area", a.name(), WellFormed.MAX_LINE)
          .words("area.boundary", a.boundary(), WellFormed.MAX_REASON)
          .words("area.polygon", a.polygon(), MAX_POLYGON)
          .words("area.circle", a.circle(), WellFormed.MAX_LINE);
    }
  }

  private static void authority(Fields f, Authority a) {
    if (a != null) {
      f.words("authority", a.name(), WellFormed.MAX_LINE)
          .words("authority.reference", a.reference(), WellFormed.MAX_LINE)
          .words("authority.by", a.by(), WellFormed.MAX_LINE)
          .time("authority.seen_at", a.seenAt());
    }
  }

  private static void languages(Fields f, List<String> languages) {
    f.fault(
            languages.stream().anyMatch(l -> !Fields.isLanguage(l)),
            "languages",
            "a language is a code of ISO 639, such as en or vi")
        .fault(new HashSet<>(languages).size() < languages.size(), "languages", "one comes twice")
        .fault(languages.size() > MAX_LANGUAGES, "languages", "at most 20 languages");
  }

  private static void text(Fields f, String language, AlertText t) {
    f.fault(!Fields.isLanguage(language), "texts", "a language is a code of ISO 639");
    f.need("texts", t);
    if (t != null) {
      f.words("texts", t.headline(), MAX_TEXT)
          .words("texts", t.description(), MAX_TEXT)
          .words("texts", t.instruction(), MAX_TEXT)
          .words("texts", t.readBy(), WellFormed.MAX_LINE);
    }
  }

  private static void sources(Fields f, Map<String, List<List<String>>> sources) {
    f.fault(sources.size() > MAX_LANGUAGES, "sources", "they are for fields of the alert");
    sources.forEach(
        (field, sentences) -> {
          f.words("sources", field, Fields.MAX_ID).someList("sources", sentences);
          if (sentences != null) {
            sentences.forEach(ids -> sentence(f, ids));
            int all = sentences.stream().mapToInt(ids -> ids == null ? 0 : ids.size()).sum();
            f.fault(all > MAX_SOURCES, "sources", "at most 500 reports behind one field");
          }
        });
  }

  private static void sentence(Fields f, List<String> ids) {
    f.list("sources", ids);
    if (ids != null) {
      ids.forEach(id -> f.words("sources", id, Fields.MAX_ID));
    }
  }
}
