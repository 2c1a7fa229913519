package org.currawong.channels.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.currawong.domain.alert.Artefact;
import org.currawong.domain.alert.RenderInput;
import org.currawong.domain.alert.Renderer;
import org.currawong.domain.alert.Rendering;
import org.currawong.domain.alert.Unavailable;
import org.currawong.domain.alert.Wording;
import org.currawong.domain.phrase.AlertWords;
import org.currawong.domain.phrase.PhraseBank;

/**
 * {@code phonetree.pdf}: what callers read out, in every language of the alert, and whom each
 * calls, with boxes to tick. It names people, so it is sealed on disk and shown to coordinators
 * only.
 */
public final class PhoneTreeRenderer implements Renderer {

  /** More people than this are several communities: each wants a tree of its own. */
  public static final int MOST_PEOPLE = 2_000;

  private static final String NAME = "phonetree.pdf";

  private final PhraseBank bank;

  /**
   * @param bank where labels and fixed words are taken from
   */
  public PhoneTreeRenderer(PhraseBank bank) {
    this.bank = bank;
  }

  @Override
  public String way() {
    return "print";
  }

  @Override
  public boolean eachLanguage() {
    return false;
  }

  /**
   * Labels stand in the first language for which the bank has words and the fonts have letters; a
   * script that can't be printed is left out and reported.
   */
  @Override
  public Rendering render(RenderInput input, Wording wording, String language) {
    String name = wording.prefix() + NAME;
    if (input.recipients().size() > MOST_PEOPLE) {
      return Rendering.notAvailable(name, "more than " + MOST_PEOPLE + " people");
    }
    List<AlertWords> scripts = new ArrayList<>();
    List<Unavailable> missing = new ArrayList<>();
    for (String each : input.draft().languages()) {
      Optional<AlertWords> words = AlertWords.of(bank, input, wording, each);
      boolean printable = words.isPresent() && PaperFonts.missing(words.get().spoken()).isEmpty();
      if (printable) {
        scripts.add(words.get());
      } else {
        missing.add(new Unavailable(name + " in " + each, "no words, or no letters to print them"));
      }
    }
    if (scripts.isEmpty()) {
      return Rendering.notAvailable(name, "no script that can be printed");
    }
    byte[] pdf = print(input, scripts, missing, name);
    return new Rendering(List.of(new Artefact(name, "application/pdf", pdf, true)), missing);
  }

  private byte[] print(
      RenderInput input, List<AlertWords> scripts, List<Unavailable> missing, String name) {
    PaperPage page = new PaperPage(bank, input, scripts.getFirst());
    TreeTable table = new TreeTable(page, input.recipients());
    long hidden = input.recipients().stream().filter(p -> !TreeTable.isPrintable(p)).count();
    if (hidden > 0) {
      missing.add(new Unavailable(name, hidden + " names in a script that the fonts lack"));
    }
    String body = head(page, scripts.getFirst()) + scripts(scripts, input.hubName()) + table.html();
    String title = page.label("label.phone-tree") + " " + scripts.getFirst().place();
    return PdfPress.print(page.document(body), title, input.renderedAt());
  }

  private static String head(PaperPage page, AlertWords words) {
    return "<table class=\"more\"><tr><td>"
        + Html.block("tree-head", page.name("label.phone-tree") + ": " + words.place())
        + Html.block("notice", words.notice())
        + Html.block("small-head", words.headline())
        + Html.block("small-head", words.time())
        + "</td><td class=\"right\">"
        + page.code()
        + "</td></tr></table>\n"
        + Html.block("label", page.label("label.script"));
  }

  private String scripts(List<AlertWords> scripts, String hubName) {
    return scripts.stream().map(words -> script(words, hubName)).collect(Collectors.joining());
  }

  private String script(AlertWords words, String hubName) {
    String language = words.language();
    Map<String, String> slots = Map.of("source", hubName, "place", words.place());
    String open =
        words.isCorrection() ? "" : bank.fill("frame.phone-open", language, slots).orElse("");
    String close = bank.words("frame.phone-close", language).orElse("");
    return "<div class=\"script\" dir=\""
        + PaperPage.direction(language)
        + "\"><b>"
        + Html.text(language.toUpperCase(Locale.ROOT))
        + "</b> "
        + Html.text(open + " " + words.spoken() + " " + close)
        + "</div>\n";
  }
}
