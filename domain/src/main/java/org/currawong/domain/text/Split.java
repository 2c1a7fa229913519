package org.currawong.domain.text;

import java.util.List;

/**
 * A text cut into what a bearer carries one at a time.
 *
 * @param parts the parts in order, numbered where there are several; never cut short, so there may
 *     be more of them than allowed: ask {@code fit}
 * @param fit whether they may go out
 */
public record Split(List<String> parts, Fit fit) {

  /** Copies the list. */
  public Split {
    parts = List.copyOf(parts);
  }
}
