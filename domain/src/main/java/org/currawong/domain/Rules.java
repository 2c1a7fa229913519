package org.currawong.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.currawong.domain.alert.Draft;
import org.currawong.domain.phrase.PhraseBank;
import org.currawong.domain.text.Fit;

/**
 * What {@code decide} needs to know beside the state.
 *
 * @param ways every way out that this hub has enabled
 * @param limits what would not fit its way out
 */
public record Rules(Set<String> ways, PhraseBank phrases, TextLimits limits) {

  public Rules {
    ways = Set.copyOf(ways);
  }

  /** Measures the words of a draft by the ways out that will carry them. */
  @FunctionalInterface
  public interface TextLimits {

    /** One reason for each form that exceeds what its way out allows; empty where all fit. */
    List<Decision.Reason> over(Draft draft);

    /**
     * For the composer: by language, by way out, how much is used of what is allowed. Languages
     * without words are left out.
     */
    default Map<String, Map<String, Fit>> fits(Draft draft) {
      return Map.of();
    }

    /** These and others; where both measure a way out, the others know it better. */
    default TextLimits and(TextLimits others) {
      TextLimits these = this;
      return new TextLimits() {
        @Override
        public List<Decision.Reason> over(Draft draft) {
          return Stream.concat(these.over(draft).stream(), others.over(draft).stream()).toList();
        }

        @Override
        public Map<String, Map<String, Fit>> fits(Draft draft) {
          Map<String, Map<String, Fit>> all = new LinkedHashMap<>(these.fits(draft));
          others
              .fits(draft)
              .forEach(
                  (language, more) ->
                      all.merge(
                          language,
                          more,
                          (a, b) -> {
                            Map<String, Fit> both = new LinkedHashMap<>(a);
                            both.putAll(b);
                            return both;
                          }));
          return all;
        }
      };
    }
  }
}
