package org.currawong.channels.cap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.currawong.channels.Samples;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class AtomFeedTest {

  private static final AtomFeed.Entry ALERT =
      new AtomFeed.Entry("id-1", "Alert", Samples.AT, "Flood <at> Mill & Creek", "Leave now.");
  private static final AtomFeed.Entry CANCEL =
      new AtomFeed.Entry(
          "id-2", "Cancel", Samples.AT.plusSeconds(60), "Withdrawn", "It is being checked.");

  @Test
  void anEntryStandsForEachMessageWithItsKindAsCategory() throws Exception {
    Document feed = parse(feed("https://hub.example"));
    var entries = feed.getElementsByTagNameNS(AtomFeed.NAMESPACE, "entry");
    assertEquals(2, entries.getLength());
    Element first = (Element) entries.item(0);
    assertEquals("Cancel", child(first, "category").getAttribute("term"));
    assertEquals("https://hub.example/cap/id-2.xml", child(first, "link").getAttribute("href"));
    assertEquals("application/cap+xml", child(first, "link").getAttribute("type"));
    assertEquals("Flood <at> Mill & Creek", text((Element) entries.item(1), "title"));
    assertTrue(text(first, "id").startsWith("urn:uuid:"));
  }

  @Test
  void theFeedCarriesTheLogsCheckWordsAndAtomsTimes() {
    String xml = new String(feed("https://hub.example").write(), StandardCharsets.UTF_8);
    assertTrue(xml.contains("<subtitle>Check words: " + Samples.CHECK_WORDS + "</subtitle>"), xml);
    assertTrue(xml.contains("<updated>2026-11-23T06:30:00Z</updated>"), xml);
    assertTrue(xml.contains("href=\"https://hub.example/feeds/cap.atom\""), xml);
  }

  @Test
  void withoutAPublicAddressThereIsNoLinkAtAll() {
    String xml = new String(feed(null).write(), StandardCharsets.UTF_8);
    assertFalse(xml.contains("<link"), xml);
    assertTrue(xml.contains("<content type=\"text\">"), xml);
  }

  @Test
  void theSameFeedIsTheSameBytes() {
    assertArrayEquals(feed("https://a.example").write(), feed("https://a.example").write());
  }

  private static AtomFeed feed(String publicUrl) {
    return new AtomFeed(
        "hub-1",
        "Mill Creek Hub: alerts",
        "Mill Creek Hub",
        "/feeds/cap.atom",
        publicUrl,
        Samples.AT,
        Samples.CHECK_WORDS,
        List.of(CANCEL, ALERT));
  }

  private static Document parse(AtomFeed feed) throws Exception {
    return DocumentBuilderFactory.newDefaultNSInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(feed.write()));
  }

  private static Element child(Element parent, String name) {
    return (Element) parent.getElementsByTagNameNS(AtomFeed.NAMESPACE, name).item(0);
  }

  private static String text(Element parent, String name) {
    return child(parent, name).getTextContent();
  }
}
