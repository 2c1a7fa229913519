package org.currawong.channels.paper;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.currawong.domain.alert.Artefact;
import org.currawong.domain.alert.RenderInput;
import org.currawong.domain.alert.Renderer;
import org.currawong.domain.alert.Rendering;
import org.currawong.domain.alert.Wording;
import org.currawong.domain.phrase.AlertWords;
import org.currawong.domain.phrase.PhraseBank;

/**
 * {@code sheet.<language>.pdf}: the alert on one A4 sheet for doors and notice boards, in the order
 * what and where, what to do, when, who says so, next update.
 */
public final class SheetRenderer implements Renderer {

  private final PhraseBank bank;

  /**
   * @param bank where labels and fixed words are taken from
   */
  public SheetRenderer(PhraseBank bank) {
    this.bank = bank;
  }

  @Override
  public String way() {
    return "print";
  }

  @Override
  public boolean eachLanguage() {
    return true;
  }

  /** Says "not available" where there are no words, or where the fonts lack their script. */
  @Override
  public Rendering render(RenderInput input, Wording wording, String language) {
    String name = wording.prefix() + "sheet." + language + ".pdf";
    Optional<AlertWords> words = AlertWords.of(bank, input, wording, language);
    if (words.isEmpty()) {
      return Rendering.notAvailable(name, "no words in this language");
    }
    Set<String> missing = PaperFonts.missing(allOf(words.get()));
    if (!missing.isEmpty()) {
      String signs = missing.stream().limit(8).collect(Collectors.joining(" "));
      return Rendering.notAvailable(name, "the fonts lack this script: " + signs);
    }
    PaperPage page = new PaperPage(bank, input, words.get());
    String html = page.document(body(page, input, words.get()));
    byte[] pdf = PdfPress.print(html, words.get().headline(), input.renderedAt());
    return Rendering.of(new Artefact(name, "application/pdf", pdf, false));
  }

  private static String allOf(AlertWords words) {
    return Stream.of(
            words.headline(),
            words.place(),
            words.boundary(),
            words.description(),
            words.instruction(),
            words.source())
        .collect(Collectors.joining(" "));
  }

  private String body(PaperPage page, RenderInput input, AlertWords words) {
    return banner(page, input, words)
        + Html.block("notice", words.notice())
        + Html.block("headline", words.headline())
        + labelled(page, "label.what-and-where", "place", words.place())
        + Html.block("said", words.boundary())
        + Html.block("said", words.description())
        + labelled(page, "label.what-to-do", "do", words.instruction())
        + "<table class=\"more\"><tr><td>"
        + labelled(page, "label.when", "said", words.time())
        + Html.block("said", words.until())
        + labelled(page, "label.who-says-so", "said", words.source())
        + labelled(page, "label.next-update", "said", words.nextUpdate())
        + Html.block("said", words.more())
        + "</td><td class=\"right\">"
        + page.code()
        + "</td></tr></table>\n";
  }

  private String banner(PaperPage page, RenderInput input, AlertWords words) {
    LevelLook look = LevelLook.of(input);
    String title = words.isCorrection() ? page.label("label.correction") : page.name(look.phrase());
    String hazard =
        input.draft().hazard() == null ? "" : page.label("hazard." + input.draft().hazard().word());
    return "<div class=\"level\">"
        + (words.isCorrection() ? "" : look.shape() + " ")
        + Html.text(title)
        + "<div class=\"kind\">"
        + Html.text(hazard)
        + "</div></div>\n";
  }

  private static String labelled(PaperPage page, String label, String style, String text) {
    return text.isBlank() ? "" : Html.block("label", page.label(label)) + Html.block(style, text);
  }
}
