package org.currawong.domain;

import java.util.List;
import java.util.Set;
import org.currawong.domain.alert.Draft;
import org.currawong.domain.phrase.PhraseBank;

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
  }
}
