package org.currawong.domain.phrase;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A time of day as people of a language say it, the date always with it: "5:30 pm Monday 23
 * November". The names of days and months are ours and not the Java runtime's, which change with
 * its version, while the same draft must always render to the same bytes.
 */
public final class TimeWords {

  private static final int NOON = 12;

  /** Letters of a shortened English day or month. */
  private static final int SHORT = 3;

  private static final Map<String, List<String>> DAYS =
      Map.of(
          "en",
          List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
          "es",
          List.of("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
          "vi",
          List.of("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"));

  private static final List<String> MONTHS =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");

  private static final List<String> MESES =
      List.of(
          "enero",
          "febrero",
          "marzo",
          "abril",
          "mayo",
          "junio",
          "julio",
          "agosto",
          "septiembre",
          "octubre",
          "noviembre",
          "diciembre");

  private TimeWords() {}

  /**
   * Time and day in words.
   *
   * @param at the instant; seconds are dropped
   * @param zone the community's own zone
   * @param language ISO 639-1; a language without wording here gets digits only: {@code 17:30
   *     23/11/2026}
   */
  public static String say(Instant at, ZoneId zone, String language) {
    ZonedDateTime t = at.atZone(zone);
    return switch (language) {
      case "en" ->
          clock12(t) + " " + day(t, "en") + " " + t.getDayOfMonth() + " " + month(t, MONTHS);
      case "es" ->
          clock24(t) + " del " + day(t, "es") + " " + t.getDayOfMonth() + " de " + month(t, MESES);
      case "vi" ->
          clock24(t) + " " + day(t, "vi") + " ngày " + t.getDayOfMonth() + "/" + t.getMonthValue();
      default -> clock24(t) + " " + t.getDayOfMonth() + "/" + t.getMonthValue() + "/" + t.getYear();
    };
  }

  /**
   * The same in as few letters as can't be misread, for SMS, mesh and radio displays: "5:30 pm Mon
   * 23 Nov".
   */
  public static String brief(Instant at, ZoneId zone, String language) {
    ZonedDateTime t = at.atZone(zone);
    String date = t.getDayOfMonth() + "/" + t.getMonthValue();
    return switch (language) {
      case "en" ->
          clock12(t)
              + " "
              + day(t, "en").substring(0, SHORT)
              + " "
              + t.getDayOfMonth()
              + " "
              + month(t, MONTHS).substring(0, SHORT);
      case "es" -> clock24(t) + " " + day(t, "es") + " " + date;
      case "vi" -> clock24(t) + " " + day(t, "vi") + " " + date;
      default -> say(at, zone, language);
    };
  }

  private static String clock12(ZonedDateTime t) {
    int hour = t.getHour() % NOON == 0 ? NOON : t.getHour() % NOON;
    String half = t.getHour() < NOON ? "am" : "pm";
    return String.format(Locale.ROOT, "%d:%02d %s", hour, t.getMinute(), half);
  }

  private static String clock24(ZonedDateTime t) {
    return String.format(Locale.ROOT, "%d:%02d", t.getHour(), t.getMinute());
  }

  private static String day(ZonedDateTime t, String language) {
    return DAYS.get(language).get(t.getDayOfWeek().getValue() - 1);
  }

  private static String month(ZonedDateTime t, List<String> names) {
    return names.get(t.getMonthValue() - 1);
  }
}
