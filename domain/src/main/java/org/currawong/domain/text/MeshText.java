package org.currawong.domain.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * A text as Meshtastic messages: at most 200 bytes of UTF-8 each, split on characters and between
 * words where it can be, numbered ("1/3 ") where there are several.
 */
public final class MeshText {

  /** Bytes of one part. The protocol takes 233; headers of bridges and clients want some of it. */
  public static final int PART_BYTES = 200;

  /** No part of any making may be longer than this: bytes that every client still shows. */
  public static final int HARD_BYTES = 228;

  /** Most parts of one alert: each takes seconds of a channel that everybody shares. */
  public static final int MOST_PARTS = 3;

  private static final Cutter UTF8 = new Cutter(MeshText::bytes);

  private MeshText() {}

  /** The parts and whether they are few enough. Text is taken in composed form (NFC). */
  public static Split split(String text) {
    return split(text, "");
  }

  /**
   * The same for a text that begins with a mark: messages of a mesh come one by one and some never,
   * so each later part repeats it.
   *
   * @param mark exercise, demonstration or test words; empty for none
   */
  public static Split split(String text, String mark) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    String again = mark.isEmpty() ? "" : Normalizer.normalize(mark, Normalizer.Form.NFC) + ". ";
    List<String> parts =
        marked(UTF8.numbered(composed, PART_BYTES, PART_BYTES - UTF8.cost(again)), again);
    int used = parts.stream().mapToInt(UTF8::cost).sum();
    int allowed = parts.size() <= 1 ? PART_BYTES : PART_BYTES * MOST_PARTS;
    List<String> over = new ArrayList<>();
    if (parts.size() > MOST_PARTS) {
      over.add(parts.size() + " parts, at most " + MOST_PARTS + " may be sent");
    }
    return new Split(parts, new Fit(used, allowed, Unit.BYTES, parts.size(), over));
  }

  /** After its number, every part but the first, which begins with the mark anyway. */
  private static List<String> marked(List<String> parts, String again) {
    List<String> all = new ArrayList<>(parts);
    for (int i = 1; i < all.size(); i++) {
      String part = all.get(i);
      int number = part.indexOf(' ') + 1;
      all.set(i, part.substring(0, number) + again + part.substring(number));
    }
    return all;
  }

  private static int bytes(int point) {
    if (point < 0x80) {
      return 1;
    }
    if (point < 0x800) {
      return 2;
    }
    return point < 0x10000 ? 3 : 4;
  }
}
