package org.currawong.channels.cap;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.xml.stream.XMLStreamException;

/**
 * The index of released CAP messages as Atom (RFC 4287; OASIS Example Practices: CAP Feeds 1.0): an
 * entry for each message, the newest first as given, the Cancel beside what it cancels.
 *
 * @param hubId from which the feed's own id is made
 * @param title what readers show as the feed's name
 * @param hubName the author
 * @param path under which the feed is served, such as {@code /feeds/cap.atom}
 * @param publicUrl start of every link, without a slash at the end; {@code null} leaves links out,
 *     for a link made from anything else could be turned against readers
 * @param updated when the newest message was sent, or the hub was opened
 * @param checkWords the eight words of the log's head
 * @param entries the messages
 */
public record AtomFeed(
    String hubId,
    String title,
    String hubName,
    String path,
    String publicUrl,
    Instant updated,
    String checkWords,
    List<Entry> entries) {

  /** Atom's namespace. */
  public static final String NAMESPACE = "http://www.w3.org/2005/Atom";

  /** Atom's media type. */
  public static final String TYPE = "application/atom+xml";

  /** Copies the list. */
  public AtomFeed {
    entries = List.copyOf(entries);
  }

  /**
   * One message.
   *
   * @param identifier CAP's identifier
   * @param msgType {@code Alert}, {@code Update} or {@code Cancel}
   * @param sent CAP's sent
   * @param headline of the first language
   * @param summary what to do, or the correction's words
   */
  public record Entry(
      String identifier, String msgType, Instant sent, String headline, String summary) {}

  /** The feed's bytes, UTF-8; the same feed gives the same bytes. */
  public byte[] write() {
    try {
      CapWriter out = new CapWriter("feed", NAMESPACE);
      out.element("id", urn(hubId + path));
      out.element("title", title);
      out.element("subtitle", checkWords == null ? "" : "Check words: " + checkWords);
      out.element("updated", time(updated));
      author(out);
      link(out, "self", TYPE, path);
      for (Entry entry : entries) {
        write(out, entry);
      }
      return out.finish();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory does not fail", e);
    }
  }

  private void write(CapWriter out, Entry entry) throws XMLStreamException {
    out.open("entry");
    out.element("id", urn(entry.identifier()));
    out.element("title", entry.headline());
    out.element("updated", time(entry.sent()));
    out.open("category");
    out.attribute("term", entry.msgType());
    out.close();
    link(out, "alternate", CapRenderer.TYPE, "/cap/" + entry.identifier() + ".xml");
    out.element("summary", entry.summary());
    content(out, entry);
    out.close();
  }

  /** RFC 4287, section 4.1.2: an entry without a link has to have content. */
  private void content(CapWriter out, Entry entry) throws XMLStreamException {
    if (publicUrl == null) {
      out.open("content");
      out.attribute("type", "text");
      out.text(entry.headline() + "\n" + entry.summary());
      out.close();
    }
  }

  private void author(CapWriter out) throws XMLStreamException {
    out.open("author");
    out.element("name", hubName);
    out.close();
  }

  private void link(CapWriter out, String rel, String type, String to) throws XMLStreamException {
    if (publicUrl != null) {
      out.open("link");
      out.attribute("rel", rel);
      out.attribute("type", type);
      out.attribute("href", publicUrl + to);
      out.close();
    }
  }

  private static String time(Instant at) {
    return CapTime.write(at, ZoneOffset.UTC).replace("-00:00", "Z");
  }

  private static String urn(String of) {
    return "urn:uuid:" + UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8));
  }
}
