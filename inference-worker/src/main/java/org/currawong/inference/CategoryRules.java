package org.currawong.inference;

import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.currawong.domain.Word;
import org.currawong.domain.report.Category;

/**
 * What a report is about, by words in each of the hub's languages. The category with the most
 * different words in the text wins, some words weighing more; among equals the one that stands
 * first in {@link #ORDER}.
 */
public final class CategoryRules {

  /** Among equals what endangers people goes before what hinders them, and a question is last. */
  private static final List<Category> ORDER =
      List.of(
          Category.RESCUE,
          Category.MEDICAL,
          Category.MISSING_PERSON,
          Category.FIRE,
          Category.FLOOD,
          Category.STORM,
          Category.OFFER_OF_HELP,
          Category.WATER,
          Category.FOOD,
          Category.SHELTER,
          Category.POWER,
          Category.ROAD,
          Category.INFRASTRUCTURE,
          Category.QUESTION,
          Category.OTHER);

  /** People in a flood name water thrice and say once that they are trapped: that once counts. */
  private static final Map<Category, Integer> WEIGHTS =
      Map.of(Category.RESCUE, 3, Category.OFFER_OF_HELP, 3, Category.MISSING_PERSON, 2);

  /** "Is the road open?" is a question; "Is there a doctor?" is more than one. */
  private static final Set<Category> ASKED_ABOUT =
      EnumSet.of(
          Category.ROAD,
          Category.POWER,
          Category.INFRASTRUCTURE,
          Category.STORM,
          Category.QUESTION);

  /** Words of another language than the text's count from this length on: shorter ones mislead. */
  private static final int LONG_WORD = 5;

  private final Lexicon lexicon;

  private CategoryRules(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** Reads the words from this module's resources; takes some tens of milliseconds. */
  public static CategoryRules read() {
    Set<String> labels =
        Arrays.stream(Category.values()).map(Category::word).collect(Collectors.toSet());
    return new CategoryRules(LexiconFiles.read("category", labels));
  }

  /** The category of {@code text}, {@code OTHER} where no word tells. Never fails on any text. */
  public Finding<Category> of(String text, String language) {
    return of(Words.of(text), language);
  }

  Finding<Category> of(Words words, String language) {
    return of(words, language, new BitSet());
  }

  /**
   * The same where some words are parts of names, as "bridge" in "Mill Bridge" is: these tell only
   * where nothing else does.
   */
  Finding<Category> of(Words words, String language, BitSet inNames) {
    List<Lexicon.Hit> hits =
        lexicon.hits(words).stream().filter(hit -> counts(hit, words, language)).toList();
    List<Lexicon.Hit> outside =
        hits.stream().filter(hit -> inNames.nextClearBit(hit.first()) <= hit.last()).toList();
    Finding<Category> answer = told(words, outside);
    return answer.value() == Category.OTHER && outside.size() < hits.size()
        ? told(words, hits)
        : answer;
  }

  private static Finding<Category> told(Words words, List<Lexicon.Hit> hits) {
    Map<Category, Set<String>> seen = new EnumMap<>(Category.class);
    Map<Category, Lexicon.Hit> firsts = new HashMap<>();
    for (Lexicon.Hit hit : hits) {
      Category category = Word.find(Category.class, hit.rule().label()).orElse(Category.OTHER);
      seen.computeIfAbsent(category, c -> new HashSet<>()).add(words.form(hit.first()));
      firsts.putIfAbsent(category, hit);
    }
    Category best = best(seen);
    if (ASKED_ABOUT.contains(best) && seen.get(best).size() == 1 && asked(words)) {
      return Finding.builtIn(Category.QUESTION, "it asks about " + firsts.get(best).quoted(words));
    }
    if (best == Category.OTHER) {
      return asked(words)
          ? Finding.builtIn(Category.QUESTION, "it ends with a question mark")
          : Finding.builtIn(Category.OTHER, "no word tells what it is about");
    }
    return Finding.builtIn(best, firsts.get(best).quoted(words) + " tells of it");
  }

  private static Category best(Map<Category, Set<String>> seen) {
    Category best = Category.OTHER;
    int most = 0;
    for (Category category : ORDER) {
      int found = seen.getOrDefault(category, Set.of()).size() * WEIGHTS.getOrDefault(category, 1);
      boolean onlyAsks = category == Category.QUESTION && most > 0;
      if (found > most && !onlyAsks) {
        best = category;
        most = found;
      }
    }
    return best;
  }

  private static boolean counts(Lexicon.Hit hit, Words words, String language) {
    String its = hit.rule().language();
    return its.equals(language)
        || its.equals("any")
        || language.equals(Languages.UNKNOWN)
        || hit.last() > hit.first()
        || words.form(hit.first()).length() >= LONG_WORD;
  }

  private static boolean asked(Words words) {
    String text = words.text().stripTrailing();
    return text.endsWith("?") || text.endsWith("？") || text.endsWith("؟");
  }
}
