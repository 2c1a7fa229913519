package org.currawong.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.currawong.domain.Decision.Reason;
import org.currawong.domain.alert.AlertText;
import org.currawong.domain.alert.Area;
import org.currawong.domain.alert.Authority;
import org.currawong.domain.alert.Draft;
import org.currawong.domain.phrase.PhraseSlots;

/** What a draft must have before people are asked to approve it. Nothing is guessed. */
public final class Vetting {

  private static final String NUMBER = "-?\\d{1,3}(?:\\.\\d{1,12})?";
  private static final Pattern POINT = Pattern.compile(NUMBER + "," + NUMBER);
  private static final Pattern CIRCLE =
      Pattern.compile(NUMBER + "," + NUMBER + " \\d{1,5}(?:\\.\\d{1,6})?");

  /** CAP 1.2, section 3.2.4: a polygon has at least four pairs, the first equal to the last. */
  private static final int LEAST_POINTS = 4;

  /** More corners than any area needs; keeps a pasted file out of every artefact. */
  private static final int MOST_POINTS = 2_000;

  /** A community's alert for half a continent would tell millions to flee who need not. */
  private static final double MOST_RADIUS_KM = 500;

  /** What nobody has looked at for a week is not watched by anybody: renew it instead. */
  static final Duration LONGEST = Duration.ofDays(7);

  private Vetting() {}

  /** One reason for each fault; empty where people may be asked. */
  static List<Reason> faults(Draft d, Instant now, State s, Rules rules) {
    List<Reason> faults = new ArrayList<>();
    need(faults, "hazard", d.hazard(), "say what the danger is");
    need(faults, "level", d.level(), "choose a level");
    words(faults, "headline", d.headline(), "write a headline");
    words(faults, "instruction", d.instruction(), "say what people should do");
    faults.addAll(areaFaults(d.area()));
    times(faults, d, now);
    authority(faults, d);
    for (String language : d.languages()) {
      translation(faults, d, language, rules);
    }
    if (d.channels() != null) {
      d.channels().stream()
          .filter(way -> !rules.ways().contains(way))
          .forEach(way -> faults.add(new Reason("channels", "this hub has no way out " + way)));
    }
    if (d.incident() != null && s.incident(d.incident()) == null) {
      faults.add(new Reason("incident", "there is no such incident"));
    }
    if (faults.isEmpty()) {
      faults.addAll(rules.limits().over(d));
    }
    return faults;
  }

  /** Faults of an area, for the composer as well; a missing area is one. */
  public static List<Reason> areaFaults(Area area) {
    if (area == null || blank(area.name()) || unnamed(area.name())) {
      return List.of(new Reason("area", "name the area: a missing area is never 'everywhere'"));
    }
    List<Reason> faults = new ArrayList<>();
    if (area.polygon() != null) {
      polygon(faults, area.polygon());
    }
    if (area.circle() != null) {
      circle(faults, area.circle());
    }
    return faults;
  }

  /** A name of nothing but signs can't be typed again by whoever approves it. */
  private static boolean unnamed(String name) {
    return name.codePoints().noneMatch(Character::isLetterOrDigit);
  }

  private static void circle(List<Reason> faults, String circle) {
    String[] parts = circle.split(" ", 2);
    if (!CIRCLE.matcher(circle).matches() || !onEarth(parts[0])) {
      faults.add(new Reason("area.circle", "write it as lat,lon radius, the radius in kilometres"));
    } else if (Double.parseDouble(parts[1]) > MOST_RADIUS_KM) {
      faults.add(new Reason("area.circle", "a radius of more than 500 km is a slip of the hand"));
    }
  }

  private static void polygon(List<Reason> faults, String polygon) {
    String[] points = polygon.strip().split("\\s+", MOST_POINTS + 1);
    for (String p : points) {
      if (!POINT.matcher(p).matches() || !onEarth(p)) {
        faults.add(new Reason("area.polygon", "write it as lat,lon lat,lon … in degrees"));
        return;
      }
    }
    if (points.length < LEAST_POINTS || points.length > MOST_POINTS) {
      faults.add(new Reason("area.polygon", "it needs between 4 and 2000 corners"));
    } else if (!points[0].equals(points[points.length - 1])) {
      faults.add(new Reason("area.polygon", "its last corner must be its first again"));
    }
  }

  private static boolean onEarth(String point) {
    int comma = point.indexOf(',');
    double lat = Double.parseDouble(point.substring(0, comma));
    double lon = Double.parseDouble(point.substring(comma + 1));
    return Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
  }

  private static void times(List<Reason> faults, Draft d, Instant now) {
    need(faults, "expires", d.expires(), "say until when it holds");
    need(faults, "next_update", d.nextUpdate(), "say when people will hear again");
    if (d.expires() != null && !d.expires().isAfter(now)) {
      faults.add(new Reason("expires", "it is over already"));
    }
    if (d.expires() != null && d.expires().isAfter(now.plus(LONGEST))) {
      faults.add(new Reason("expires", "at most 7 days from now: renew it if it lasts longer"));
    }
    if (d.nextUpdate() != null && !d.nextUpdate().isAfter(now)) {
      faults.add(new Reason("next_update", "that time has passed"));
    }
    if (d.effective() != null && d.expires() != null && !d.effective().isBefore(d.expires())) {
      faults.add(new Reason("effective", "it would begin after its end"));
    }
  }

  private static void authority(List<Reason> faults, Draft d) {
    Authority a = d.authority();
    if (d.level() != null
        && d.level().needsAuthority()
        && (a == null || blank(a.name()) || blank(a.reference()))) {
      faults.add(
          new Reason(
              "authority",
              "a warning level needs the agency that set it and its reference;"
                  + " the community's own words are community information"));
    }
  }

  private static void translation(List<Reason> faults, Draft d, String language, Rules rules) {
    AlertText text = d.texts().get(language);
    if (language.equals(d.firstLanguage()) || text == null) {
      return;
    }
    // A translation that leaves out what to do would go on air without it.
    words(faults, "texts." + language, text.headline(), "it has no headline in this language");
    words(faults, "texts." + language, text.instruction(), "it has no instruction");
    if (blank(text.readBy()) && !allPhrases(text, language, d, rules)) {
      faults.add(
          new Reason(
              "texts." + language,
              "nobody who reads this language has ticked it, and it is not all phrases"));
    }
  }

  private static boolean allPhrases(AlertText t, String language, Draft d, Rules rules) {
    Map<String, String> slots = PhraseSlots.of(rules.phrases(), d, language);
    return java.util.stream.Stream.of(t.headline(), t.description(), t.instruction())
        .filter(words -> !blank(words))
        .allMatch(words -> rules.phrases().composedOfPhrases(words, language, slots));
  }

  private static void need(List<Reason> faults, String field, Object value, String reason) {
    if (value == null) {
      faults.add(new Reason(field, reason));
    }
  }

  private static void words(List<Reason> faults, String field, String value, String reason) {
    if (blank(value)) {
      faults.add(new Reason(field, reason));
    }
  }

  private static boolean blank(String s) {
    return s == null || s.isBlank();
  }
}
