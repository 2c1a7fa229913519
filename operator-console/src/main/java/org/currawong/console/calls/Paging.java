package org.currawong.console.calls;

import org.currawong.console.http.Ask;
import org.currawong.console.http.Fault;

/** Lists a page at a time: {@code next} of an answer is given back as {@code next}. */
final class Paging {

  private Paging() {}

  static int limit(Ask ask, int usual, int most) {
    long limit = number(ask, "limit", usual);
    if (limit < 1 || limit > most) {
      throw Fault.field(422, "limit", "a number from 1 to " + most + " is wanted");
    }
    return (int) limit;
  }

  /** The log number after which the page begins; 0 for the first page. */
  static long after(Ask ask) {
    return number(ask, "next", 0);
  }

  static long number(Ask ask, String name, long usual) {
    try {
      return ask.query(name).map(Long::parseLong).orElse(usual);
    } catch (NumberFormatException e) {
      throw Fault.field(422, name, "a number is wanted");
    }
  }
}
