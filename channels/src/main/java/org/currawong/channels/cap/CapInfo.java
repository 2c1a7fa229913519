package org.currawong.channels.cap;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.currawong.domain.alert.AlertLevel;
import org.currawong.domain.alert.Area;
import org.currawong.domain.alert.Draft;
import org.currawong.domain.alert.Hazard;
import org.currawong.domain.alert.RenderInput;
import org.currawong.domain.phrase.AlertWords;
import org.currawong.domain.phrase.PhraseBank;

/** Writes one info element: one language of a message, elements in CAP's fixed order. */
final class CapInfo {

  private final CapWriter out;
  private final RenderInput input;
  private final Draft draft;
  private final EventCode code;
  private final Set<String> responses;

  CapInfo(CapWriter out, RenderInput input, PhraseBank bank) {
    this.out = out;
    this.input = input;
    this.draft = input.draft();
    this.code = EventCode.of(draft.hazard() == null ? Hazard.OTHER : draft.hazard());
    this.responses = ResponseType.of(bank, draft);
  }

  void write(AlertWords words) throws XMLStreamException {
    out.open("info");
    out.element("language", words.language().equals("en") ? "en-AU" : words.language());
    out.element("category", code.category());
    out.element("event", code.event());
    if (!words.isCorrection()) {
      for (String response : responses) {
        out.element("responseType", response);
      }
    }
    urgency(words);
    out.named("eventCode", EventCode.VALUE_NAME, code.code());
    times(words);
    texts(words);
    out.named("parameter", "AlertLevel", level(words));
    area(draft.area());
    out.close();
  }

  /** A correction claims nothing about a danger: all three are Unknown. */
  private void urgency(AlertWords words) throws XMLStreamException {
    boolean unknown = words.isCorrection();
    out.element("urgency", unknown ? "Unknown" : draft.capUrgency().word());
    out.element("severity", unknown ? "Unknown" : draft.capSeverity().word());
    out.element("certainty", unknown ? "Unknown" : draft.capCertainty().word());
  }

  /** The Australian profile has no {@code effective} on a Cancel. */
  private void times(AlertWords words) throws XMLStreamException {
    if (!words.isCorrection()) {
      out.element("effective", time(draft.effective()));
    }
    out.element("expires", time(draft.expires()));
  }

  private void texts(AlertWords words) throws XMLStreamException {
    out.element("senderName", senderName());
    out.element("headline", joined(" ", marked(words), words.headline()));
    String description = joined("\n", words.description(), words.source(), words.nextUpdate());
    out.element("description", joined("\n", words.mark(), words.notice(), description));
    out.element("instruction", joined(" ", marked(words), words.instruction()));
    out.element("web", web());
  }

  private static String marked(AlertWords words) {
    return words.mark().isEmpty() ? "" : words.mark() + ":";
  }

  private String senderName() {
    return draft.authority() == null
        ? input.hubName()
        : draft.authority().name() + " (" + input.hubName() + ")";
  }

  private String web() {
    String url = input.publicUrl();
    return url != null && url.matches("https?://[^\\s\"<>]+") ? url : "";
  }

  private String level(AlertWords words) {
    if (words.isCorrection() || draft.level() == null) {
      return "Not Applicable";
    }
    return levelWords(draft.level());
  }

  /** As Australian feeds write it, with spaces. */
  static String levelWords(AlertLevel level) {
    return switch (level) {
      case ADVICE -> "Advice";
      case WATCH_AND_ACT -> "Watch and Act";
      case EMERGENCY_WARNING -> "Emergency Warning";
      case COMMUNITY_INFORMATION -> "Community Information";
    };
  }

  private void area(Area area) throws XMLStreamException {
    out.open("area");
    out.element("areaDesc", joined("; ", area.name(), area.boundary()));
    out.element("polygon", area.polygon());
    out.element("circle", area.circle());
    out.close();
  }

  private String time(Instant at) {
    ZoneId zone = input.zone();
    return at == null ? "" : CapTime.write(at, zone);
  }

  private static String joined(String between, String... parts) {
    return Stream.of(parts)
        .filter(part -> part != null && !part.isBlank())
        .map(String::strip)
        .collect(Collectors.joining(between));
  }
}
