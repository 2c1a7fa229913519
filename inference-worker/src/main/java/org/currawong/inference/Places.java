package org.currawong.inference;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.currawong.domain.report.Placed;

/**
 * Finds the place that a report names: the town's own names first, then streets with a number, then
 * Australian places (GeoNames). A name that several places bear means the one nearest to the town.
 * It proposes a place for a report; it never sets an alert's area.
 */
public final class Places {

  private static final String ORDINARY = "places/ordinary-words.txt";

  /** Words after which a capitalised name is a place. */
  private static final Set<String> BEFORE_PLACE =
      Set.of(
          "in", "at", "near", "from", "to", "around", "outside", "between", "via", "past",
          "towards", "inside", "reach", "leaving", "nan", "en", "a", "sa", "tai", "o", "ad", "di");

  /** Words after or before which digits are a postcode. */
  private static final Set<String> BEFORE_POSTCODE =
      Set.of("postcode", "pc", "zip", "nsw", "vic", "qld", "sa", "wa", "tas", "act", "nt");

  /** At the head of a sentence every word is capitalised: a long rare one is still a name. */
  private static final int LONG_NAME = 6;

  private final Gazetteer town;
  private final Gazetteer far;
  private final Set<String> ordinary;
  private final Placed centre;

  private Places(List<NamedPlace> town, List<NamedPlace> far, Set<String> ordinary) {
    this.town = new Gazetteer(town);
    this.far = new Gazetteer(far);
    this.ordinary = ordinary;
    this.centre = town.isEmpty() ? null : centre(town);
  }

  /**
   * Reads the places that ship and takes the town's own.
   *
   * @param town as {@link PlaceFile#town} read them; may be empty
   */
  public static Places read(List<NamedPlace> town) {
    try {
      return new Places(town, PlaceFile.shipped(), ordinaryWords());
    } catch (IOException e) {
      throw new UncheckedIOException("the places that ship cannot be read", e);
    }
  }

  private static Set<String> ordinaryWords() throws IOException {
    Set<String> words = new HashSet<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Places.class.getResourceAsStream(ORDINARY), ORDINARY),
                StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> words.addAll(List.of(line.split(" "))));
    }
    return words;
  }

  private static Placed centre(List<NamedPlace> town) {
    double lat = town.stream().mapToDouble(NamedPlace::lat).average().orElseThrow();
    double lon = town.stream().mapToDouble(NamedPlace::lon).average().orElseThrow();
    return new Placed("centre", lat, lon);
  }

  /**
   * The place that a report is about, or empty with no guess. Never fails on any text.
   *
   * @param text what was said
   * @param hint the place as the sender gave it, or {@code null}
   */
  public Optional<Finding<Placed>> of(String text, String hint) {
    return of(Words.of(text), hint);
  }

  Optional<Finding<Placed>> of(Words text, String hint) {
    if (hint == null || hint.isBlank()) {
      return inTown(text, "the report names it, and it is on the town's list")
          .or(() -> StreetAddress.find(text))
          .or(() -> farAway(text));
    }
    Words given = Words.of(hint);
    return inTown(given, "the sender gave it, and it is on the town's list")
        .or(() -> farGiven(given))
        .or(() -> inTown(text, "the report names it, and it is on the town's list"))
        .or(() -> Optional.of(unlisted(hint)));
  }

  private static Finding<Placed> unlisted(String hint) {
    Placed placed = new Placed(Summaries.line(hint), null, null);
    return Finding.builtIn(placed, "the sender gave it; it is on no list, so not on the map");
  }

  /**
   * The words that are part of a longer name on the town's list: "fire" of "Fire Shed" tells of no
   * fire.
   */
  BitSet inNames(Words words) {
    BitSet in = new BitSet();
    town.mentions(words).stream()
        .filter(m -> m.last() > m.first())
        .forEach(m -> in.set(m.first(), m.last() + 1));
    return in;
  }

  /** The name with most words, the first of equals. */
  private Optional<Finding<Placed>> inTown(Words words, String why) {
    return town.mentions(words).stream()
        .filter(m -> !isNumber(words, m) || isPostcode(words, m))
        .max(
            Comparator.comparingInt((Gazetteer.Mention m) -> m.last() - m.first())
                .thenComparingInt(m -> -m.first()))
        .map(m -> Finding.builtIn(nearest(m).placed(), why + namesakes(m)));
  }

  private Optional<Finding<Placed>> farGiven(Words hint) {
    List<Gazetteer.Mention> all = far.mentions(hint);
    return all.stream()
        .filter(m -> m.first() == 0)
        .findFirst()
        .map(m -> Finding.builtIn(nearest(m).placed(), "the sender gave it" + namesakes(m)));
  }

  private Optional<Finding<Placed>> farAway(Words words) {
    List<Gazetteer.Mention> sure = new ArrayList<>(far.mentions(words));
    sure.removeIf(m -> !readsAsPlace(words, m));
    return sure.stream()
        .findFirst()
        .map(m -> Finding.builtIn(nearest(m).placed(), "the report names it" + namesakes(m)));
  }

  private NamedPlace nearest(Gazetteer.Mention mention) {
    Comparator<NamedPlace> order =
        centre == null
            ? Comparator.comparingInt((NamedPlace p) -> -p.people())
            : Comparator.comparingDouble((NamedPlace p) -> p.placed().kilometresTo(centre));
    return mention.places().stream()
        .min(order.thenComparing(NamedPlace::name))
        .orElseThrow(() -> new IllegalStateException("a mention of no place"));
  }

  private String namesakes(Gazetteer.Mention mention) {
    int others = mention.places().size() - 1;
    if (others == 0) {
      return "";
    }
    String rule = centre == null ? "the largest" : "the nearest to the town";
    return "; " + rule + " of " + (others + 1) + " so named";
  }

  /** Whether a name of the long list is meant as a place here: written as one, or said so. */
  private boolean readsAsPlace(Words words, Gazetteer.Mention m) {
    Words.Word first = words.get(m.first());
    boolean named = m.first() > 0 && BEFORE_PLACE.contains(words.form(m.first() - 1));
    int letter = words.text().codePointAt(first.start());
    if (!Character.isUpperCase(letter) && !Character.isLowerCase(letter)) {
      return !isNumber(words, m);
    }
    boolean several = m.last() > m.first();
    boolean common = !several && ordinary.contains(first.form());
    if (!Character.isUpperCase(letter) || common) {
      return named && !common && first.form().length() > 3
          || named && common && Character.isUpperCase(letter);
    }
    return named || several || !first.afterBreak() || first.form().length() >= LONG_NAME;
  }

  private static boolean isNumber(Words words, Gazetteer.Mention m) {
    return m.first() == m.last() && Character.isDigit(words.form(m.first()).charAt(0));
  }

  private static boolean isPostcode(Words words, Gazetteer.Mention m) {
    if (m.first() == 0) {
      return false;
    }
    String before = words.form(m.first() - 1);
    boolean twoWords =
        before.equals("code") && m.first() > 1 && words.form(m.first() - 2).equals("post");
    return twoWords || BEFORE_POSTCODE.contains(before);
  }
}
