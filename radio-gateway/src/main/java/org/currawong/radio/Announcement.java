package org.currawong.radio;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The sentences of one alert by part, and the scripts they make when room is short. */
final class Announcement {

  /** What the short repetition holds: enough to act on for who turned the radio on late. */
  private static final Set<Part> CORE = EnumSet.of(Part.WHAT, Part.ACTION);

  /** What is said once at the beginning, and marks again at the very end. */
  private static final Set<Part> ONCE = EnumSet.of(Part.MARK, Part.OPEN);

  private final String language;
  private final Map<Part, List<String>> parts = new EnumMap<>(Part.class);
  private final List<String> repeat;
  private final List<String> close;

  /**
   * Begins with nothing to say.
   *
   * @param repeat the words before the repetition
   * @param close the words after it
   */
  Announcement(String language, List<String> repeat, List<String> close) {
    this.language = language;
    this.repeat = List.copyOf(repeat);
    this.close = List.copyOf(close);
  }

  /** Adds sentences to a part. */
  Announcement say(Part part, List<String> sentences) {
    parts.computeIfAbsent(part, p -> new ArrayList<>()).addAll(sentences);
    return this;
  }

  /** From everything said twice to the shortest that still holds action, place, time and source. */
  List<Script> longestFirst() {
    List<Script> all = new ArrayList<>();
    int sentences = of(Part.DESCRIPTION).size();
    all.add(script(EnumSet.complementOf(EnumSet.copyOf(ONCE)), sentences, Set.of()));
    for (int kept = sentences; kept >= 0; kept--) {
      all.add(script(CORE, kept, Set.of()));
    }
    if (!of(Part.BOUNDARY).isEmpty()) {
      all.add(script(CORE, 0, EnumSet.of(Part.BOUNDARY)));
    }
    if (!of(Part.HEADLINE).isEmpty()) {
      all.add(script(CORE, 0, EnumSet.of(Part.BOUNDARY, Part.HEADLINE)));
    }
    return all;
  }

  private Script script(Set<Part> twice, int kept, Set<Part> without) {
    List<String> first = new ArrayList<>();
    List<String> again = new ArrayList<>(repeat);
    for (Part part : Part.values()) {
      List<String> sentences = without.contains(part) ? List.of() : of(part);
      List<String> said = part == Part.DESCRIPTION ? sentences.subList(0, kept) : sentences;
      first.addAll(said);
      again.addAll(twice.contains(part) ? said : List.of());
    }
    again.addAll(close);
    again.addAll(of(Part.MARK));
    return new Script(language, first, again, leftOut(kept, without));
  }

  private List<String> leftOut(int kept, Set<Part> without) {
    List<String> out = new ArrayList<>();
    int dropped = of(Part.DESCRIPTION).size() - kept;
    if (dropped > 0) {
      out.add(dropped + (dropped == 1 ? " sentence" : " sentences") + " of the description");
    }
    if (without.contains(Part.BOUNDARY) && !of(Part.BOUNDARY).isEmpty()) {
      out.add("the boundary");
    }
    if (without.contains(Part.HEADLINE) && !of(Part.HEADLINE).isEmpty()) {
      out.add("the headline");
    }
    return out;
  }

  private List<String> of(Part part) {
    return parts.getOrDefault(part, List.of());
  }
}
