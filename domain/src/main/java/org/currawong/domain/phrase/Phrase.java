package org.currawong.domain.phrase;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One sentence (or name, or label) of the bank in one language.
 *
 * @param id what it says, in every language the same: {@code action.leave-now}
 * @param language ISO 639-1
 * @param text the words, with slots such as {@code {place}}
 * @param origin who wrote it
 * @param checkedBySpeaker whether a native speaker has read it and agreed
 */
public record Phrase(
    String id, String language, String text, String origin, boolean checkedBySpeaker) {

  private static final Pattern SLOT = Pattern.compile("\\{([a-z_]+)}");

  /** The names of the slots, in the order of the text. */
  public Set<String> slots() {
    Set<String> names = new LinkedHashSet<>();
    Matcher matcher = SLOT.matcher(text);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  /**
   * The words with every slot filled; values are taken as they are and never read for slots again.
   *
   * @throws IllegalArgumentException when a slot has no value or an empty one
   */
  public String fill(Map<String, String> values) {
    if (text.indexOf('{') < 0) {
      return text; // most have no slot, and one is said with each receipt
    }
    StringBuilder out = new StringBuilder();
    Matcher matcher = SLOT.matcher(text);
    while (matcher.find()) {
      String value = values.get(matcher.group(1));
      if (value == null || value.isBlank()) {
        throw new IllegalArgumentException(
            "phrase " + id + " wants a value for {" + matcher.group(1) + "}");
      }
      matcher.appendReplacement(out, Matcher.quoteReplacement(value.strip()));
    }
    return matcher.appendTail(out).toString();
  }
}
