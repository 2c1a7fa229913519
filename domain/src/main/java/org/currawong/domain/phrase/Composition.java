package org.currawong.domain.phrase;

import java.text.Normalizer;
import java.util.BitSet;
import java.util.List;

/** Whether a text can be laid out of whole sentences, spaces between them. */
final class Composition {

  private final List<String> sentences;

  Composition(List<String> sentences) {
    this.sentences = sentences.stream().map(Composition::even).filter(s -> !s.isEmpty()).toList();
  }

  boolean makes(String text) {
    String even = even(text);
    if (even.isEmpty()) {
      return false;
    }
    BitSet starts = new BitSet(even.length() + 1);
    starts.set(0);
    for (int at = 0; at >= 0 && at < even.length(); at = starts.nextSetBit(at + 1)) {
      follow(even, at, starts);
    }
    return starts.get(even.length());
  }

  private void follow(String text, int at, BitSet starts) {
    for (String sentence : sentences) {
      if (text.startsWith(sentence, at)) {
        int end = at + sentence.length();
        if (end == text.length()) {
          starts.set(end);
        } else if (text.charAt(end) == ' ') {
          starts.set(end + 1);
        }
      }
    }
  }

  private static String even(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("\\s+", " ").strip();
  }
}
