package org.currawong.channels.paper;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.currawong.channels.Samples;
import org.currawong.domain.alert.AlertLevel;
import org.currawong.domain.alert.AlertStatus;
import org.currawong.domain.alert.AlertText;
import org.currawong.domain.alert.Artefact;
import org.currawong.domain.alert.Draft;
import org.currawong.domain.alert.RenderInput;
import org.currawong.domain.alert.Rendering;
import org.currawong.domain.alert.TextOrigin;
import org.currawong.domain.alert.Wording;
import org.currawong.domain.people.Person;
import org.currawong.domain.phrase.PhraseBank;
import org.junit.jupiter.api.Test;

class PaperTest {

  private final SheetRenderer sheets = new SheetRenderer(PhraseBank.shipped());
  private final PhoneTreeRenderer trees = new PhoneTreeRenderer(PhraseBank.shipped());

  @Test
  void theSheetSaysWhatAndWhereWhatToDoWhenWhoAndWhatNext() throws IOException {
    String text = text(sheet(Samples.live("en"), Wording.ALERT, "en"));
    for (String part :
        List.of(
            "Community information",
            "Flood at Mill Creek",
            "Move to higher ground now.",
            "5:30 pm Monday 23 November",
            "Community information from Mill Creek Hub.",
            "Next update by 6:30 pm",
            "More at https://millcreek.example",
            Samples.CHECK_WORDS,
            "Not a replacement for official warnings or Triple Zero (000).")) {
      assertTrue(text.contains(part), part + " in " + text);
    }
    assertFalse(text.contains("EXERCISE") || text.contains("DEMONSTRATION"));
  }

  @Test
  void vietnameseAndSpanishLettersAreAllThere() throws IOException {
    assertTrue(
        text(sheet(Samples.live("en", "vi"), Wording.ALERT, "vi"))
            .contains("Hãy di chuyển ngay đến nơi cao hơn."));
    assertTrue(text(sheet(Samples.live("en", "es"), Wording.ALERT, "es")).contains("Inundación"));
  }

  @Test
  void theSameDraftPrintsToTheSameBytes() {
    RenderInput input = Samples.live("en", "vi");
    assertArrayEquals(
        sheet(input, Wording.ALERT, "vi").bytes(), sheet(input, Wording.ALERT, "vi").bytes());
    assertArrayEquals(tree(input, Wording.ALERT).bytes(), tree(input, Wording.ALERT).bytes());
  }

  @Test
  void aScriptThatTheFontsLackIsReportedAndNeverPrintedAsBoxes() {
    Rendering made = sheets.render(inLanguage("hi", "बाढ़", "ऊँचाई पर जाएँ"), Wording.ALERT, "hi");
    assertTrue(made.artefacts().isEmpty());
    assertTrue(
        made.unavailable().getFirst().reason().startsWith("the fonts lack this script"),
        made.unavailable().toString());
  }

  @Test
  void arabicIsShapedAndPrinted() throws IOException {
    String text = text(sheet(Samples.live("en", "ar"), Wording.ALERT, "ar"));
    assertFalse(text.contains("#"), text);
    assertTrue(text.contains("Mill Creek"), text);
  }

  @Test
  void correctionsArePrintedFromFixedWords() throws IOException {
    String withdrawn = text(sheet(Samples.live("en"), Wording.WITHDRAWN, "en"));
    assertTrue(withdrawn.contains("Withdrawn, being checked: Mill Creek"), withdrawn);
    assertFalse(withdrawn.contains("Move to higher ground"));
    assertEquals("error.sheet.en.pdf", sheet(Samples.live("en"), Wording.ERROR, "en").name());
    assertEquals("replaced.phonetree.pdf", tree(Samples.live("en"), Wording.REPLACED).name());
  }

  @Test
  void whatIsNotRealSaysSoOnEveryPage() throws IOException {
    RenderInput exercise =
        Samples.input(
            Samples.draft(AlertStatus.EXERCISE, AlertLevel.EMERGENCY_WARNING, "en"),
            Samples.people(80));
    assertMarked(tree(exercise, Wording.ALERT), "EXERCISE EXERCISE EXERCISE");
    assertMarked(sheet(exercise, Wording.WITHDRAWN, "en"), "EXERCISE EXERCISE EXERCISE");
    assertMarked(tree(Samples.demonstration("en", "vi"), Wording.ALERT), "DEMONSTRATION");
    assertMarked(sheet(Samples.demonstration("vi"), Wording.ALERT, "vi"), "DEMONSTRATION");
  }

  @Test
  void theTreeHoldsEverybodyWithLanguageNumberAndScriptInEachLanguage() throws IOException {
    RenderInput input = Samples.live("en", "vi", "es");
    Artefact made = tree(input, Wording.ALERT);
    String text = text(made);
    assertTrue(made.personal());
    for (Person person : input.recipients()) {
      assertTrue(text.contains(person.name()), person.name());
    }
    assertTrue(text.contains("0400 000 013") && text.contains("uses a wheelchair"));
    assertTrue(text.contains("Không đi vào nước lũ.") && text.contains("No entre en el agua"));
    assertTrue(text.contains(Samples.CHECK_WORDS));
  }

  @Test
  void anEmptyDirectoryPrintsBoxesToFillIn() throws IOException {
    RenderInput input =
        Samples.input(
            Samples.draft(AlertStatus.ACTUAL, AlertLevel.COMMUNITY_INFORMATION, "en"), List.of());
    String text = text(tree(input, Wording.ALERT));
    assertTrue(text.contains("12") && text.contains("Read these words"), text);
  }

  @Test
  void aNameThatCannotBePrintedDoesNotHideTheNumber() throws IOException {
    List<Person> people = new ArrayList<>(Samples.people(2));
    people.add(new Person("p-9", "山田太郎", "+61400000099", "ja", List.of(), null, null, null));
    RenderInput input =
        Samples.input(
            Samples.draft(AlertStatus.ACTUAL, AlertLevel.COMMUNITY_INFORMATION, "en"), people);
    Rendering made = trees.render(input, Wording.ALERT, "en");
    String text = text(made.artefacts().getFirst());
    assertTrue(text.contains("p-9") && text.contains("0400 000 099"), text);
    assertTrue(made.unavailable().getFirst().reason().startsWith("1 names"));
  }

  @Test
  void theCodeOnTheSheetIsReadByAReader() throws Exception {
    assertEquals("https://millcreek.example", code(sheet(Samples.live("en"), Wording.ALERT, "en")));
    assertEquals("a-20261123-1", code(tree(Samples.demonstration("en"), Wording.ALERT)));
  }

  @Test
  void hostileNamesStayNames() throws IOException {
    List<Person> people =
        List.of(
            new Person(
                "p1",
                "<img src='file:///etc/passwd'/>&amp;\u202Ex",
                "+61400000001",
                "en",
                List.of(),
                "</td><script>",
                null,
                null));
    RenderInput input =
        Samples.input(
            Samples.draft(AlertStatus.ACTUAL, AlertLevel.COMMUNITY_INFORMATION, "en"), people);
    String text = text(tree(input, Wording.ALERT)).replaceAll("\\s", "");
    assertTrue(text.contains("<imgsrc='file:///etc/passwd'/>&amp;"), text);
  }

  private static void assertMarked(Artefact made, String mark) throws IOException {
    try (PDDocument document = Loader.loadPDF(made.bytes())) {
      PDFTextStripper stripper = new PDFTextStripper();
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        assertTrue(stripper.getText(document).contains(mark), made.name() + " page " + page);
      }
    }
  }

  private static RenderInput inLanguage(String language, String headline, String instruction) {
    Draft d = Samples.draft(AlertStatus.ACTUAL, AlertLevel.COMMUNITY_INFORMATION, "en", language);
    AlertText words = new AlertText(headline, null, instruction, TextOrigin.PERSON, "u-1");
    return Samples.input(
        new Draft(
            d.status(),
            d.hazard(),
            d.level(),
            null,
            null,
            null,
            d.headline(),
            d.description(),
            d.instruction(),
            d.area(),
            d.effective(),
            d.expires(),
            d.nextUpdate(),
            d.languages(),
            Map.of(language, words),
            null,
            null,
            null,
            null),
        List.of());
  }

  private Artefact sheet(RenderInput input, Wording wording, String language) {
    return sheets.render(input, wording, language).artefacts().getFirst();
  }

  private Artefact tree(RenderInput input, Wording wording) {
    return trees.render(input, wording, "en").artefacts().getFirst();
  }

  private static String text(Artefact made) throws IOException {
    try (PDDocument document = Loader.loadPDF(made.bytes())) {
      return new PDFTextStripper().getText(document).replaceAll("[ \\t\\n]+", " ");
    }
  }

  private static String code(Artefact made) throws Exception {
    try (PDDocument document = Loader.loadPDF(made.bytes())) {
      BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 150);
      int width = page.getWidth();
      int[] pixels = page.getRGB(0, 0, width, page.getHeight(), null, 0, width);
      var source = new RGBLuminanceSource(width, page.getHeight(), pixels);
      return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
    }
  }
}
