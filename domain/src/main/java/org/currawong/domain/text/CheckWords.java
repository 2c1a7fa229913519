package org.currawong.domain.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The first 88 bits of a hash as eight words of the BIP-39 English list (11 bits a word, most
 * significant first), so that a person can read a hash from paper or say it by telephone. Eight
 * words carry no checksum: they are compared, not trusted by themselves.
 */
public final class CheckWords {

  /** Words that stand for one hash. */
  public static final int WORDS = 8;

  private static final int BITS_PER_WORD = 11;
  private static final int LIST_SIZE = 1 << BITS_PER_WORD;
  private static final int BITS_PER_BYTE = 8;

  /** Bytes of a hash that the words cover. */
  public static final int COVERED_BYTES = WORDS * BITS_PER_WORD / BITS_PER_BYTE;

  private final List<String> list;

  private CheckWords(List<String> list) {
    this.list = list;
  }

  /** The list that ships in the jar. */
  public static CheckWords english() {
    return English.WORDS;
  }

  /**
   * Reads a word list, one word a line, sorted.
   *
   * @throws IllegalArgumentException unless it holds 2,048 different words in order
   * @throws UncheckedIOException when the reader fails
   */
  public static CheckWords of(Reader words) {
    try (BufferedReader reader = new BufferedReader(words)) {
      List<String> list = reader.lines().map(String::strip).filter(w -> !w.isEmpty()).toList();
      if (list.size() != LIST_SIZE || !list.equals(list.stream().sorted().distinct().toList())) {
        throw new IllegalArgumentException("not a sorted list of " + LIST_SIZE + " words");
      }
      return new CheckWords(list);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The words of a hash, separated by single spaces.
   *
   * @param hash 11 bytes or more, of which the first 11 count
   * @throws IllegalArgumentException for fewer bytes
   */
  public String words(byte[] hash) {
    if (hash.length < COVERED_BYTES) {
      throw new IllegalArgumentException(
          "a hash of at least " + COVERED_BYTES + " bytes is wanted");
    }
    List<String> words = new ArrayList<>(WORDS);
    for (int word = 0; word < WORDS; word++) {
      int index = 0;
      for (int bit = word * BITS_PER_WORD; bit < (word + 1) * BITS_PER_WORD; bit++) {
        int set = hash[bit / BITS_PER_BYTE] >> (BITS_PER_BYTE - 1 - bit % BITS_PER_BYTE) & 1;
        index = index << 1 | set;
      }
      words.add(list.get(index));
    }
    return String.join(" ", words);
  }

  /** What a person typed: upper or lower case, spaces, commas, hyphens and line breaks all pass. */
  public Answer parse(String typed) {
    String[] tokens = typed.toLowerCase(Locale.ROOT).strip().split("[^\\p{L}\\p{N}]+");
    List<String> words = Arrays.stream(tokens).filter(t -> !t.isEmpty()).toList();
    for (int i = 0; i < words.size(); i++) {
      if (list.indexOf(words.get(i)) < 0) {
        return new WrongWord(i + 1, words.get(i), nearest(words.get(i)));
      }
    }
    return words.size() == WORDS ? new Words(bytes(words)) : new WrongCount(words.size());
  }

  /** Whether what was typed are the words of this hash. */
  public boolean match(String typed, byte[] hash) {
    return parse(typed) instanceof Words read
        && Arrays.equals(read.prefix(), Arrays.copyOf(hash, COVERED_BYTES));
  }

  private byte[] bytes(List<String> words) {
    byte[] out = new byte[COVERED_BYTES];
    int bit = 0;
    for (String word : words) {
      int index = list.indexOf(word);
      for (int i = BITS_PER_WORD - 1; i >= 0; i--, bit++) {
        if ((index >> i & 1) == 1) {
          out[bit / BITS_PER_BYTE] |= (byte) (1 << BITS_PER_BYTE - 1 - bit % BITS_PER_BYTE);
        }
      }
    }
    return out;
  }

  /**
   * By fewest edits, then by the longest common beginning: four letters tell BIP-39 words apart.
   */
  private String nearest(String wrong) {
    return Collections.min(
        list,
        Comparator.<String>comparingInt(word -> distance(word, wrong))
            .thenComparing(word -> -sharedStart(word, wrong)));
  }

  private static int sharedStart(String a, String b) {
    int mismatch = Arrays.mismatch(a.toCharArray(), b.toCharArray());
    return mismatch < 0 ? a.length() : mismatch;
  }

  /** Levenshtein's distance; the typed word is bounded by its first 32 characters. */
  private static int distance(String word, String typed) {
    String other = typed.substring(0, Math.min(typed.length(), 32));
    int[] row = new int[other.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= word.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int swap = diagonal + (word.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(swap, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }

  /** What was typed, understood or not. */
  public sealed interface Answer {}

  /**
   * Eight words of the list.
   *
   * @param prefix the 11 bytes they stand for
   */
  public record Words(byte[] prefix) implements Answer {}

  /**
   * A word that is not in the list.
   *
   * @param position counted from 1
   * @param word as typed, in lower case
   * @param nearest the word of the list most like it
   */
  public record WrongWord(int position, String word, String nearest) implements Answer {}

  /**
   * Too few or too many words.
   *
   * @param count how many there were; eight are wanted
   */
  public record WrongCount(int count) implements Answer {}

  private static final class English {
    static final CheckWords WORDS = load();

    private static CheckWords load() {
      InputStream in = CheckWords.class.getResourceAsStream("bip39-english.txt");
      return CheckWords.of(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
  }
}
