package org.currawong.console;

/** The Atom feeds (RFC 4287); written by the part that knows CAP. */
@FunctionalInterface
public interface Feeds {

  /**
   * A feed.
   *
   * @param exercise true for the feed of exercises
   */
  Feed feed(boolean exercise);

  /**
   * A feed's text.
   *
   * @param changed when the last of its entries was made, or when the hub was opened
   */
  record Feed(String xml, java.time.Instant changed) {}
}
