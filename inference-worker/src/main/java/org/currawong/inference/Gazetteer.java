package org.currawong.inference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names of places as a tree of words: finds those that a text holds in one pass over it. */
final class Gazetteer {

  /** No name of a place has more words; an alternate that does is an address, and left out. */
  private static final int MAX_WORDS = 8;

  /** A name in a text: the places that bear it, and where it stands. */
  record Mention(List<NamedPlace> places, int first, int last) {}

  private static final class Node {
    final Map<String, Node> next = new HashMap<>();
    final List<NamedPlace> here = new ArrayList<>();
  }

  private final Node root = new Node();

  Gazetteer(Collection<NamedPlace> places) {
    for (NamedPlace place : places) {
      plant(place.name(), place);
      place.alternates().forEach(name -> plant(name, place));
    }
  }

  private void plant(String name, NamedPlace place) {
    Words words = Words.of(name);
    if (words.size() == 0 || words.size() > MAX_WORDS) {
      return;
    }
    Node node = root;
    for (int i = 0; i < words.size(); i++) {
      node = node.next.computeIfAbsent(words.form(i), w -> new Node());
    }
    if (!node.here.contains(place)) {
      node.here.add(place);
    }
  }

  /** Every name in the text; of names that begin at the same word the longest. */
  List<Mention> mentions(Words words) {
    List<Mention> found = new ArrayList<>();
    int past = 0;
    for (int i = 0; i < words.size(); i++) {
      Mention longest = longest(words, i);
      if (longest != null && longest.last() >= past) {
        found.add(longest);
        past = longest.last() + 1;
      }
    }
    return found;
  }

  private Mention longest(Words words, int from) {
    Mention longest = null;
    Node node = root.next.get(words.form(from));
    for (int at = from; node != null; at++) {
      if (!node.here.isEmpty()) {
        longest = new Mention(node.here, from, at);
      }
      node = at + 1 < words.size() ? node.next.get(words.form(at + 1)) : null;
    }
    return longest;
  }
}
