package org.currawong.console.calls;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.currawong.console.http.Fields;
import org.currawong.domain.alert.AlertLevel;
import org.currawong.domain.alert.AlertStatus;
import org.currawong.domain.alert.AlertText;
import org.currawong.domain.alert.Area;
import org.currawong.domain.alert.Authority;
import org.currawong.domain.alert.CapCertainty;
import org.currawong.domain.alert.CapSeverity;
import org.currawong.domain.alert.CapUrgency;
import org.currawong.domain.alert.Draft;
import org.currawong.domain.alert.Hazard;
import org.currawong.domain.alert.TextOrigin;

/** Reads a draft's fields (CONTRACT.md). What is missing stays missing; submit asks for it. */
final class DraftForm {

  /** How an authority's words came (CONTRACT.md). */
  private static final Set<String> HEARD_BY = Set.of("phone", "feed", "radio", "person");

  private static final int MOST_LINE = 500;
  private static final int MOST_TEXT = 8000;
  private static final int MOST_POLYGON = 20_000;
  private static final int MOST_LANGUAGES = 30;
  private static final int MOST_WAYS = 30;
  private static final int MOST_SENTENCES = 100;
  private static final int MOST_CITED = 100;
  private static final int MOST_ID = 64;

  /** What {@code GET} adds to a draft, so that what was got can be put back. */
  private static final Set<String> ANSWER_FIELDS =
      Set.of(
          "id",
          "state",
          "etag",
          "version",
          "manifest",
          "artefacts",
          "corrections",
          "approvals",
          "messages",
          "drafters",
          "rejection",
          "realm",
          "released_at",
          "changed_at",
          "unavailable",
          "withdrawal",
          "withdrawal_asked",
          "_csrf",
          "if_match",
          "next");

  private static final Draft NOTHING =
      new Draft(
          null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
          null, null, null, null);

  private final Fields f;
  private final ZoneId zone;
  private final Draft before;
  private final Reader reader;

  /**
   * Whoever ticks that they have read a language.
   *
   * @param account id
   * @param name as signed in
   */
  record Reader(String account, String name) {}

  private DraftForm(Fields f, ZoneId zone, Draft before, Reader reader) {
    this.f = f;
    this.zone = zone;
    this.before = before;
    this.reader = reader;
  }

  /**
   * Reads.
   *
   * @param before the draft as it stood, or {@code null} for a new one
   */
  static Draft read(Fields f, ZoneId zone, Draft before, Reader reader) {
    Draft draft = new DraftForm(f, zone, before, reader).draft();
    f.refuseUnknown(ANSWER_FIELDS);
    f.check();
    return draft;
  }

  /** As {@link #read} for measuring alone: nobody's ticks matter. */
  static Draft measured(Fields f, ZoneId zone) {
    Draft draft = new DraftForm(f, zone, NOTHING, null).draft();
    f.refuseUnknown(ANSWER_FIELDS);
    f.check();
    return draft;
  }

  private Draft draft() {
    AlertStatus status = f.word("status", AlertStatus.class);
    if (status == null && before == null) {
      f.fault("status", "say Actual or Exercise");
    }
    return new Draft(
        status == null && before != null ? before.status() : status,
        f.word("hazard", Hazard.class),
        f.word("level", AlertLevel.class),
        f.word("urgency", CapUrgency.class),
        f.word("severity", CapSeverity.class),
        f.word("certainty", CapCertainty.class),
        f.text("headline", MOST_LINE),
        f.text("description", MOST_TEXT),
        f.text("instruction", MOST_TEXT),
        area(f.inside("area")),
        f.time("effective", zone),
        f.time("expires", zone),
        f.time("next_update", zone),
        f.texts("languages", MOST_LANGUAGES, 3),
        texts(f.inside("texts")),
        f.texts("channels", MOST_WAYS, MOST_ID),
        f.text("incident", MOST_ID),
        sources(),
        authority(f.inside("authority")));
  }

  private static Area area(Fields a) {
    if (a == null) {
      return null;
    }
    Area area =
        new Area(
            a.text("name", MOST_LINE),
            a.text("boundary", MOST_TEXT),
            a.text("polygon", MOST_POLYGON),
            a.text("circle", MOST_LINE));
    a.refuseUnknown(Set.of());
    return area.equals(new Area(null, null, null, null)) ? null : area;
  }

  private Authority authority(Fields a) {
    if (a == null) {
      return null;
    }
    Authority authority =
        new Authority(
            a.text("name", MOST_LINE),
            a.text("reference", MOST_LINE),
            a.time("seen_at", zone),
            a.text("by", MOST_ID));
    if (authority.by() != null && !HEARD_BY.contains(authority.by())) {
      a.fault("by", "one of phone, feed, radio, person is wanted");
    }
    a.refuseUnknown(Set.of());
    return authority.name() == null && authority.reference() == null ? null : authority;
  }

  private Map<String, AlertText> texts(Fields all) {
    Map<String, AlertText> texts = new LinkedHashMap<>();
    if (all == null) {
      return texts;
    }
    for (String language : all.names(MOST_LANGUAGES)) {
      Fields t = all.inside(language);
      if (t != null) {
        AlertText text = text(language, t);
        if (text.headline() != null || text.description() != null || text.instruction() != null) {
          texts.put(language, text);
        }
      }
    }
    return texts;
  }

  private AlertText text(String language, Fields t) {
    TextOrigin origin = t.word("origin", TextOrigin.class);
    AlertText text =
        new AlertText(
            t.text("headline", MOST_LINE),
            t.text("description", MOST_TEXT),
            t.text("instruction", MOST_TEXT),
            origin == null ? TextOrigin.PERSON : origin,
            null);
    String ticked = t.text("read_by", MOST_LINE);
    t.refuseUnknown(Set.of());
    return new AlertText(
        text.headline(),
        text.description(),
        text.instruction(),
        text.origin(),
        readBy(language, text, ticked, t));
  }

  /** A tick holds for one's own reading, or stays where the words stayed. */
  private String readBy(String language, AlertText text, String ticked, Fields t) {
    if (ticked == null || ticked.isBlank() || reader == null) {
      return null;
    }
    AlertText old = before == null ? null : before.texts().get(language);
    boolean kept =
        old != null
            && ticked.equals(old.readBy())
            && old.equals(
                new AlertText(
                    text.headline(),
                    text.description(),
                    text.instruction(),
                    text.origin(),
                    old.readBy()));
    if (kept) {
      return ticked;
    }
    boolean own = Set.of(reader.account(), reader.name(), "me").contains(ticked);
    boolean stale = old != null && ticked.equals(old.readBy());
    if (!own && !stale) {
      t.fault("read_by", "only your own reading can be ticked");
    }
    return own ? reader.account() : null;
  }

  private Map<String, List<List<String>>> sources() {
    JsonNode all = f.raw("sources");
    if (all == null) {
      return f.form() && before != null ? before.sources() : Map.of();
    }
    Map<String, List<List<String>>> sources = new LinkedHashMap<>();
    all.properties().forEach(e -> sources.put(e.getKey(), sentences(e.getKey(), e.getValue())));
    return sources;
  }

  private List<List<String>> sentences(String field, JsonNode list) {
    List<List<String>> sentences = new ArrayList<>();
    boolean fine = list.isArray() && list.size() <= MOST_SENTENCES;
    for (JsonNode sentence : list) {
      List<String> ids = new ArrayList<>();
      sentence.forEach(id -> ids.add(id.asText()));
      fine &= sentence.isArray() && ids.size() <= MOST_CITED;
      fine &= ids.stream().allMatch(id -> id.length() <= MOST_ID);
      sentences.add(ids);
    }
    if (!fine) {
      f.fault("sources", "a list of report ids for each sentence of " + field + " is wanted");
    }
    return sentences;
  }
}
