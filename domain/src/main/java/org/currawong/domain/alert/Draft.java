package org.currawong.domain.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a coordinator writes; every field may still be missing ({@code null}) until submit. The
 * top-level texts are those of the first of {@code languages}.
 *
 * @param languages ISO 639-1, the drafter's own first; never {@code null}
 * @param texts by language, without the first
 * @param channels ways out by name; {@code null} means all that are enabled
 * @param sources for each field the report ids that bear each sentence
 */
public record Draft(
    AlertStatus status,
    Hazard hazard,
    AlertLevel level,
    CapUrgency urgency,
    CapSeverity severity,
    CapCertainty certainty,
    String headline,
    String description,
    String instruction,
    Area area,
    Instant effective,
    Instant expires,
    Instant nextUpdate,
    List<String> languages,
    Map<String, AlertText> texts,
    List<String> channels,
    String incident,
    Map<String, List<List<String>>> sources,
    Authority authority) {

  public Draft {
    languages = languages == null || languages.isEmpty() ? List.of("en") : kept(languages);
    texts = texts == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(texts));
    channels = channels == null ? null : kept(channels);
    sources = sources == null ? Map.of() : keptSources(sources);
  }

  /**
   * Gaps stay for {@code decide} to refuse by name: a draft comes straight from somebody's JSON.
   */
  private static <T> List<T> kept(List<T> list) {
    return list == null ? null : Collections.unmodifiableList(new ArrayList<>(list));
  }

  private static Map<String, List<List<String>>> keptSources(Map<String, List<List<String>>> all) {
    Map<String, List<List<String>>> copy = new TreeMap<>();
    all.forEach(
        (field, sentences) ->
            copy.put(
                field,
                sentences == null ? null : kept(sentences.stream().map(Draft::kept).toList())));
    return Collections.unmodifiableMap(copy);
  }

  /** The language of the top-level texts. */
  public String firstLanguage() {
    return languages.getFirst();
  }

  /** The words in {@code language}; {@code null} when there are none. */
  public AlertText text(String language) {
    return language.equals(firstLanguage())
        ? new AlertText(headline, description, instruction, TextOrigin.PERSON, null)
        : texts.get(language);
  }

  /** CAP's urgency: the draft's own, else the default of the level (SAFETY.md, section 2). */
  public CapUrgency capUrgency() {
    if (urgency != null) {
      return urgency;
    }
    return switch (level == null ? AlertLevel.COMMUNITY_INFORMATION : level) {
      case EMERGENCY_WARNING -> CapUrgency.IMMEDIATE;
      case WATCH_AND_ACT -> CapUrgency.EXPECTED;
      case ADVICE -> CapUrgency.FUTURE;
      case COMMUNITY_INFORMATION -> CapUrgency.UNKNOWN;
    };
  }

  /** CAP's severity: the draft's own, else the default of the level (SAFETY.md, section 2). */
  public CapSeverity capSeverity() {
    if (severity != null) {
      return severity;
    }
    return switch (level == null ? AlertLevel.COMMUNITY_INFORMATION : level) {
      case EMERGENCY_WARNING -> CapSeverity.EXTREME;
      case WATCH_AND_ACT -> CapSeverity.SEVERE;
      case ADVICE -> CapSeverity.MODERATE;
      case COMMUNITY_INFORMATION -> CapSeverity.MINOR;
    };
  }

  /** CAP's certainty: the draft's own, else the default of the level (SAFETY.md, section 2). */
  public CapCertainty capCertainty() {
    if (certainty != null) {
      return certainty;
    }
    return switch (level == null ? AlertLevel.COMMUNITY_INFORMATION : level) {
      case EMERGENCY_WARNING -> CapCertainty.OBSERVED;
      case WATCH_AND_ACT -> CapCertainty.LIKELY;
      case ADVICE, COMMUNITY_INFORMATION -> CapCertainty.POSSIBLE;
    };
  }
}
