package org.currawong.channels.paper;

import java.util.List;
import org.currawong.domain.alert.AlertStatus;
import org.currawong.domain.alert.RenderInput;
import org.currawong.domain.phrase.AlertWords;
import org.currawong.domain.phrase.PhraseBank;

/** What all our pages have: A4, stripes where it is not real, check words and page numbers. */
final class PaperPage {

  private static final List<String> RIGHT_TO_LEFT = List.of("ar", "fa", "he", "ur");
  private static final int STRIPES = 24;

  private final PhraseBank bank;
  private final RenderInput input;
  private final AlertWords words;

  PaperPage(PhraseBank bank, RenderInput input, AlertWords words) {
    this.bank = bank;
    this.input = input;
    this.words = words;
  }

  /** A fixed word in the page's language; empty where the bank lacks it. */
  String label(String id) {
    return bank.words(id, words.language()).orElse("");
  }

  /** The same, or its English form where the page would be unsafe without any: a level's name. */
  String name(String id) {
    return bank.words(id, words.language())
        .or(() -> bank.words(id, PhraseBank.REFERENCE))
        .orElse("");
  }

  /** How a language is written, as XHTML says it. */
  static String direction(String language) {
    return RIGHT_TO_LEFT.contains(language) ? "rtl" : "ltr";
  }

  /** A whole document around a body. */
  String document(String body) {
    String direction = direction(words.language());
    return "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><style>"
        + style()
        + "</style></head>\n<body dir=\""
        + direction
        + "\">\n"
        + footer()
        + stripes()
        + body
        + "</body></html>";
  }

  /** The code that leads to more: the public address, or the alert's id where there is none. */
  String code() {
    String text = input.publicUrl() == null ? input.alertId() : input.publicUrl();
    return QrImage.of(text).map(data -> "<img class=\"code\" src=\"" + data + "\"/>").orElse("");
  }

  private String footer() {
    return "<div class=\"footer\"><table><tr><td>"
        + Html.text(name("notice.not-a-replacement"))
        + "<br/>"
        + Html.text(input.hubName() + " · " + input.alertId())
        + "<br/><b>"
        + Html.text(name("label.check-words") + ": " + input.checkWords())
        + "</b></td><td class=\"page\">"
        + Html.text(label("label.page"))
        + " <span class=\"number\"></span></td></tr></table></div>\n";
  }

  /** Stripes and words on every page of what is not real; nothing on what is. */
  private String stripes() {
    if (words.mark().isEmpty()) {
      return "";
    }
    StringBuilder band = new StringBuilder("<div class=\"band\"><table><tr>");
    for (int i = 0; i < STRIPES; i++) {
      band.append(i % 2 == 0 ? "<td class=\"dark\"></td>" : "<td></td>");
    }
    return band.append("</tr></table><div>")
        .append(Html.text(words.mark()))
        .append("</div></div>\n")
        .toString();
  }

  private String style() {
    boolean exercise = input.draft().status() != AlertStatus.ACTUAL;
    String dark = exercise ? LevelLook.EXERCISE_FILL : LevelLook.DEMONSTRATION_FILL;
    boolean band = !words.mark().isEmpty();
    LevelLook look = LevelLook.of(input);
    return STYLE
        .replace("TOP", band ? "30mm" : "14mm")
        .replace("DARK", dark)
        .replace("FILL", look.fill())
        .replace("INK", look.ink());
  }

  private static final String STYLE =
      """
      @page { size: A4; margin: TOP 14mm 30mm 14mm;
        @top-center { content: element(band); width: 100%; }
        @bottom-center { content: element(footer); width: 100%; } }
      body { font-family: 'DejaVu Sans'; font-size: 10.5pt; line-height: 1.35; color: #000; }
      table { width: 100%; border-collapse: collapse; }
      .band { position: running(band); color: DARK; font-weight: bold; font-size: 14pt;
        text-align: center; }
      .band td { height: 5mm; } .band td.dark { background: DARK; }
      .footer { position: running(footer); font-size: 8pt; color: #222;
        border-top: 0.4mm solid #000; padding-top: 1mm; }
      .footer td.page { text-align: right; vertical-align: top; white-space: nowrap; width: 25mm; }
      .number:after { content: counter(page) ' / ' counter(pages); }
      .level { background: FILL; color: INK; font-weight: bold; font-size: 30pt;
        padding: 5mm 6mm; border: 0.6mm solid #000; }
      .level .kind { font-size: 16pt; }
      .headline { font-size: 24pt; font-weight: bold; margin: 6mm 0 3mm 0; line-height: 1.2; }
      .label { font-size: 10.5pt; font-weight: bold; color: #333; margin-top: 5mm; }
      .place { font-size: 18pt; font-weight: bold; }
      .do { border: 1mm solid #000; padding: 6mm 7mm; font-size: 24pt; line-height: 1.25; font-weight: bold;
        margin-top: 1mm; page-break-inside: avoid; }
      .said { font-size: 13pt; }
      .notice { font-weight: bold; margin: 3mm 0; font-size: 13pt; }
      .tree-head { font-size: 18pt; font-weight: bold; }
      .small-head { font-size: 11pt; }
      .more td { vertical-align: top; padding-top: 4mm; } .more td.right { width: 40mm; }
      .code { width: 38mm; height: 38mm; }
      .unbroken { white-space: nowrap; }
      .script { border: 0.7mm solid #000; padding: 2.5mm 4mm; margin: 2mm 0; line-height: 1.3;
        page-break-inside: avoid; font-size: 11pt; }
      table.tree { -fs-table-paginate: paginate; font-size: 9.5pt; margin-top: 3mm;
        table-layout: fixed; }
      th.name { width: 34%; } th.language { width: 10%; } th.phone { width: 21%; }
      th.calls { width: 13%; } th.reached { width: 11%; } th.time { width: 11%; }
      table.tree th { text-align: left; font-size: 8pt; border-bottom: 0.4mm solid #000; }
      table.tree td { border-bottom: 0.15mm solid #888; padding: 1.2mm 1.5mm 1.2mm 0;
        vertical-align: middle; page-break-inside: avoid; }
      table.tree tr { page-break-inside: avoid; }
      table.tree .small { font-size: 8pt; color: #333; }
      .tick { border: 0.35mm solid #000; width: 4.5mm; height: 4.5mm; }
      .line { border-bottom: 0.25mm solid #000; height: 4.5mm; width: 16mm; }
      .blank { border-bottom: 0.25mm solid #000; height: 5mm; margin-right: 4mm; }
      """;
}
