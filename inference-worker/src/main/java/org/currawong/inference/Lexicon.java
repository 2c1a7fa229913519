package org.currawong.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rules written as phrases, found in a text in one pass over a tree of words.
 *
 * <p>A rule is one or more parts joined by {@code " & "}, all of which must stand within {@link
 * #REACH} words of each other, in any order. A part is a list of alternatives joined by {@code
 * "|"}: a phrase, whose words may end in {@code *} for "begins with", or {@code @name} for a list
 * of alternatives that the file named before.
 */
final class Lexicon {

  /** Parts of a rule farther apart than this many words are not about the same thing. */
  static final int REACH = 14;

  /**
   * One rule.
   *
   * @param language of its file, ISO 639-1, or {@code any}
   * @param pattern as written
   * @param label what it stands for
   * @param parts numbers of its parts
   */
  record Rule(String language, String pattern, String label, int[] parts) {}

  /**
   * A rule found in a text.
   *
   * @param first word of its first part
   * @param last word of its first part, inclusive
   * @param with first word of its second part; -1 where the rule has one part
   * @param withLast last word of its second part; -1 where the rule has one part
   */
  record Hit(Rule rule, int first, int last, int with, int withLast) {

    /** What was read, as it stands in the text. */
    String quoted(Words words) {
      String quote = Quote.of(words, first, last);
      return with < 0 ? quote : quote + " with " + Quote.of(words, with, withLast);
    }
  }

  private static final class Node {
    final Map<String, Node> words = new HashMap<>();
    final Map<String, Node> beginnings = new HashMap<>();
    int shortest = Integer.MAX_VALUE;
    int longest;
    int[] parts = {};
  }

  private final Node root = new Node();
  private final Map<String, Integer> partNumbers = new HashMap<>();
  private final Map<Integer, List<Rule>> rulesByFirstPart = new HashMap<>();

  /** Adds a rule; a rule of several parts is looked at only where its first part stands. */
  void add(String language, String pattern, String label, Map<String, String> named) {
    String[] written = pattern.split(" & ");
    int[] parts = new int[written.length];
    for (int i = 0; i < written.length; i++) {
      parts[i] = part(written[i].strip(), named);
    }
    rulesByFirstPart
        .computeIfAbsent(parts[0], p -> new ArrayList<>())
        .add(new Rule(language, pattern, label, parts));
  }

  private int part(String written, Map<String, String> named) {
    String alternatives = resolve(written, named);
    Integer known = partNumbers.get(alternatives);
    if (known != null) {
      return known;
    }
    int number = partNumbers.size();
    partNumbers.put(alternatives, number);
    for (String phrase : alternatives.split("\\|")) {
      plant(phrase.strip(), number);
    }
    return number;
  }

  private static String resolve(String written, Map<String, String> named) {
    List<String> out = new ArrayList<>();
    for (String alternative : written.split("\\|")) {
      String name = alternative.strip();
      if (!name.startsWith("@")) {
        out.add(name);
      } else if (named.containsKey(name)) {
        out.add(named.get(name));
      } else {
        throw new IllegalArgumentException("no list named " + name + " stands before its use");
      }
    }
    return String.join("|", out);
  }

  private void plant(String phrase, int part) {
    Node node = root;
    for (String word : phrase.split(" +")) {
      boolean beginning = word.endsWith("*");
      Words forms = Words.of(beginning ? word.substring(0, word.length() - 1) : word);
      for (int i = 0; i < forms.size(); i++) {
        node = child(node, forms.form(i), beginning && i == forms.size() - 1);
      }
    }
    if (node == root) {
      throw new IllegalArgumentException("a phrase without a word: '" + phrase + "'");
    }
    node.parts = Arrays.copyOf(node.parts, node.parts.length + 1);
    node.parts[node.parts.length - 1] = part;
  }

  private static Node child(Node node, String form, boolean beginning) {
    if (!beginning) {
      return node.words.computeIfAbsent(form, f -> new Node());
    }
    node.shortest = Math.min(node.shortest, form.length());
    node.longest = Math.max(node.longest, form.length());
    return node.beginnings.computeIfAbsent(form, f -> new Node());
  }

  /** Every place where a rule holds; a rule of several parts is given where its first part is. */
  List<Hit> hits(Words words) {
    Map<Integer, Spans> spans = new HashMap<>();
    for (int i = 0; i < words.size(); i++) {
      walk(root, words, i, i, spans);
    }
    List<Hit> hits = new ArrayList<>();
    spans.forEach(
        (part, found) -> {
          for (Rule rule : rulesByFirstPart.getOrDefault(part, List.of())) {
            collect(rule, found, spans, hits);
          }
        });
    hits.sort((a, b) -> a.first() != b.first() ? a.first() - b.first() : b.last() - a.last());
    return hits;
  }

  private void walk(Node node, Words words, int first, int at, Map<Integer, Spans> spans) {
    for (int part : node.parts) {
      spans.computeIfAbsent(part, p -> new Spans()).add(first, at - 1);
    }
    if (at >= words.size()) {
      return;
    }
    String form = words.form(at);
    Node next = node.words.get(form);
    if (next != null) {
      walk(next, words, first, at + 1, spans);
    }
    int longest = Math.min(node.longest, form.length());
    for (int length = node.shortest; length <= longest; length++) {
      Node begun = node.beginnings.get(form.substring(0, length));
      if (begun != null) {
        walk(begun, words, first, at + 1, spans);
      }
    }
  }

  private static void collect(Rule rule, Spans firsts, Map<Integer, Spans> all, List<Hit> hits) {
    int[] parts = rule.parts();
    for (int i = 0; i < firsts.size(); i++) {
      int from = firsts.first(i);
      int to = firsts.last(i);
      int second = -1;
      boolean whole = true;
      for (int p = parts.length - 1; p > 0 && whole; p--) {
        second = all.containsKey(parts[p]) ? all.get(parts[p]).near(from, to, REACH) : -1;
        whole = second >= 0;
      }
      if (whole) {
        Spans with = second < 0 ? null : all.get(parts[1]);
        hits.add(
            with == null
                ? new Hit(rule, from, to, -1, -1)
                : new Hit(rule, from, to, with.first(second), with.last(second)));
      }
    }
  }

  /** Where one part stands, in the order of the text. */
  private static final class Spans {
    private int[] pairs = new int[8];
    private int count;

    void add(int first, int last) {
      if (2 * count == pairs.length) {
        pairs = Arrays.copyOf(pairs, 2 * pairs.length);
      }
      pairs[2 * count] = first;
      pairs[2 * count + 1] = last;
      count++;
    }

    int size() {
      return count;
    }

    int first(int i) {
      return pairs[2 * i];
    }

    int last(int i) {
      return pairs[2 * i + 1];
    }

    /** One that stands within {@code reach} words of the words from..to, not upon them, or -1. */
    int near(int from, int to, int reach) {
      int low = 0;
      int high = count;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (first(middle) < from - reach) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      for (int i = low; i < count && first(i) <= to + reach; i++) {
        if (first(i) > to || last(i) < from) {
          return i;
        }
      }
      return -1;
    }
  }
}
