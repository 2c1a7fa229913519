package org.currawong.channels.paper;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/** XHTML to PDF: A4, fonts inside, nothing fetched from anywhere, the same page the same bytes. */
final class PdfPress {

  private static final int REGULAR = 400;
  private static final int BOLD = 700;

  static {
    // The layout engine reports its timings through java.util.logging; nobody here reads them.
    XRLog.setLoggingEnabled(false);
    FontMappers.set(new OwnFontsOnly());
  }

  private PdfPress() {}

  /**
   * Prints a page.
   *
   * @param html a whole XHTML document
   * @param title of the document
   * @param at what the document says of its making
   */
  static byte[] print(String html, String title, Instant at) {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    font(builder, PaperFonts.regular(), REGULAR);
    font(builder, PaperFonts.bold(), BOLD);
    builder.useFastMode();
    builder.useUriResolver((base, address) -> address.startsWith("data:") ? address : null);
    if (html.codePoints().anyMatch(PdfPress::isRightToLeft)) {
      builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
      builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
    }
    builder.withHtmlContent(html, null);
    return save(builder, title, at);
  }

  private static byte[] save(PdfRendererBuilder builder, String title, Instant at) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    builder.toStream(out);
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
      renderer.layout();
      try (PDDocument document = renderer.createPDFKeepOpen()) {
        document.setDocumentInformation(information(title, at));
        document.setDocumentId(at.toEpochMilli());
        out.reset();
        document.save(out);
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PDDocumentInformation information(String title, Instant at) {
    Calendar made = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    made.setTimeInMillis(at.toEpochMilli());
    PDDocumentInformation information = new PDDocumentInformation();
    information.setTitle(title);
    information.setCreator("Currawong");
    information.setProducer("Currawong");
    information.setCreationDate(made);
    information.setModificationDate(made);
    return information;
  }

  private static void font(PdfRendererBuilder builder, byte[] font, int weight) {
    builder.useFont(
        () -> new ByteArrayInputStream(font), PaperFonts.FAMILY, weight, FontStyle.NORMAL, true);
  }

  private static boolean isRightToLeft(int point) {
    byte direction = Character.getDirectionality(point);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }
}
