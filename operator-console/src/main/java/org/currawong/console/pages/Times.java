package org.currawong.console.pages;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.currawong.domain.phrase.TimeWords;

/** Times as people say them, with the exact one for machines. */
final class Times {

  private static final DateTimeFormatter FIELD =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT);
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

  private static final int DAWN = 6;
  private static final int DUSK = 20;

  private final ZoneId zone;
  private final InstantSource clock;

  Times(ZoneId zone, InstantSource clock) {
    this.zone = zone;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  /** Such as "5:30 pm Monday 23 November". */
  Html full(Instant at) {
    return at == null
        ? Html.NONE
        : Html.of("<time datetime=\"{}\">{}</time>", at, TimeWords.say(at, zone, "en"));
  }

  /** Such as "23 Nov 17:30". */
  Html brief(Instant at) {
    return at == null
        ? Html.NONE
        : Html.of("<time datetime=\"{}\">{}</time>", at, SHORT.format(at.atZone(zone)));
  }

  /** The same as {@link #brief}, as plain words for a label. */
  String briefWords(Instant at) {
    return SHORT.format(at.atZone(zone));
  }

  /** How long ago; kept true by the page's script. */
  Html ago(Instant at) {
    return at == null
        ? Html.NONE
        : Html.of("<time datetime=\"{}\" data-ago>{}</time>", at, words(at));
  }

  /** For how long, such as "12 min"; kept true by the page's script. */
  Html since(Instant at) {
    return Html.of("<time datetime=\"{}\" data-since>{}</time>", at, span(at));
  }

  private String span(Instant at) {
    Duration d = Duration.between(at, clock.instant());
    if (d.toHours() < 1) {
      return Math.max(0, d.toMinutes()) + " min";
    }
    return d.toHours() < 24
        ? d.toHours() + " h " + d.toMinutesPart() + " min"
        : d.toDays() + " d " + d.toHoursPart() + " h";
  }

  /** True in the hours in which most eyes are in the dark. */
  boolean night() {
    int hour = clock.instant().atZone(zone).getHour();
    return hour < DAWN || hour >= DUSK;
  }

  private String words(Instant at) {
    Duration d = Duration.between(at, clock.instant());
    if (d.toMinutes() < 1) {
      return "just now";
    }
    return span(at) + " ago";
  }

  /** For a {@code datetime-local} field. */
  Html field(Instant at) {
    return at == null
        ? Html.NONE
        : Html.value(FIELD.format(at.atZone(zone).truncatedTo(ChronoUnit.MINUTES)));
  }

  /** The zone, as a note beside fields of time. */
  String zone() {
    return zone.getId();
  }
}
