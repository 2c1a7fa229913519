package org.currawong.domain.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Cuts a text into pieces of bounded cost, between words where it can. */
final class Cutter {

  /** A piece is cut inside a word only when the last gap lies before this share of the room. */
  private static final double SHORTEST_PIECE = 0.5;

  private final IntUnaryOperator cost;

  /**
   * @param cost what one code point costs; 1 or more
   */
  Cutter(IntUnaryOperator cost) {
    this.cost = cost;
  }

  int cost(String text) {
    return text.codePoints().map(cost).sum();
  }

  /** The text itself where it fits {@code whole}, else numbered parts of at most {@code part}. */
  List<String> numbered(String text, int whole, int part) {
    String clean = text.strip();
    if (clean.isEmpty()) {
      return List.of();
    }
    return cost(clean) <= whole ? List.of(clean) : number(clean, part);
  }

  /** Pieces of at most {@code room}, without numbers; spaces at a cut are dropped. */
  List<String> pieces(String text, int room) {
    List<String> pieces = new ArrayList<>();
    String rest = text.strip();
    while (!rest.isEmpty()) {
      int end = cut(rest, room);
      pieces.add(rest.substring(0, end).strip());
      rest = rest.substring(end).strip();
    }
    return pieces;
  }

  private List<String> number(String text, int part) {
    int digits = 1;
    while (true) {
      String widest = "9".repeat(digits);
      List<String> pieces = pieces(text, part - cost(widest + "/" + widest + " "));
      if (String.valueOf(pieces.size()).length() <= digits) {
        return prefixed(pieces);
      }
      digits++;
    }
  }

  private static List<String> prefixed(List<String> pieces) {
    List<String> parts = new ArrayList<>(pieces.size());
    for (int i = 0; i < pieces.size(); i++) {
      parts.add((i + 1) + "/" + pieces.size() + " " + pieces.get(i));
    }
    return parts;
  }

  private int cut(String text, int room) {
    int end = reach(text, room);
    if (end == text.length()) {
      return end;
    }
    int gap = lastGap(text, end);
    if (gap > end * SHORTEST_PIECE) {
      return gap;
    }
    return beforeMarks(text, end);
  }

  /** The furthest index that the room reaches; always past one code point, so that cutting ends. */
  private int reach(String text, int room) {
    int used = 0;
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      used += cost.applyAsInt(point);
      if (used > room && at > 0) {
        return at;
      }
      at += Character.charCount(point);
    }
    return at;
  }

  private static int lastGap(String text, int end) {
    for (int at = end; at > 0; at--) {
      if (Character.isWhitespace(text.charAt(at))) {
        return at;
      }
    }
    return 0;
  }

  /** A letter keeps its combining marks, unless nothing but marks fills the piece. */
  private static int beforeMarks(String text, int end) {
    int at = end;
    while (at > 0 && isMark(text.codePointAt(at))) {
      at = text.offsetByCodePoints(at, -1);
    }
    return at == 0 ? end : at;
  }

  private static boolean isMark(int point) {
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> point == 0x200D;
    };
  }
}
