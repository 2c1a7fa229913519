package org.currawong.console.calls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.currawong.console.ConsoleParts;
import org.currawong.console.Feeds;
import org.currawong.console.http.Ask;
import org.currawong.console.http.Fault;
import org.currawong.console.http.Reply;
import org.currawong.domain.alert.Alert;
import org.currawong.domain.alert.Artefact;
import org.currawong.domain.alert.ArtefactRef;
import org.currawong.domain.alert.CapMessage;

/** Released CAP messages for anyone (CAP 1.2, Atom RFC 4287, conditional requests RFC 9110). */
public final class FeedCalls {

  private final ConsoleParts parts;

  public FeedCalls(ConsoleParts parts) {
    this.parts = parts;
  }

  /** {@code GET /feeds/cap.atom}. */
  public Reply live(Ask ask) {
    return feed(ask, parts.feeds().feed(false));
  }

  /** {@code GET /feeds/exercise.atom}. */
  public Reply exercise(Ask ask) {
    return feed(ask, parts.feeds().feed(true));
  }

  private static Reply feed(Ask ask, Feeds.Feed feed) {
    byte[] bytes = feed.xml().getBytes(StandardCharsets.UTF_8);
    return fresh(ask, "application/atom+xml; charset=utf-8", bytes, feed.changed());
  }

  /** {@code GET /cap/{identifier}.xml}: the released artefact's bytes. */
  public Reply message(Ask ask) throws IOException {
    String file = ask.param("file");
    if (!file.endsWith(".xml")) {
      throw Fault.of(404, "there is no such message");
    }
    String identifier = file.substring(0, file.length() - ".xml".length());
    Found found = find(identifier);
    byte[] bytes = parts.artefacts().read(found.alert(), found.ref());
    return fresh(ask, "application/cap+xml; charset=utf-8", bytes, found.message().sent());
  }

  private record Found(String alert, CapMessage message, ArtefactRef ref) {}

  private Found find(String identifier) {
    Instant now = parts.clock().instant();
    return parts
        .board()
        .read(
            s ->
                s.alerts().stream()
                    .filter(a -> a.begun(now))
                    .flatMap(a -> found(a, identifier))
                    .findFirst())
        .orElseThrow(() -> Fault.of(404, "there is no such message"));
  }

  private static Stream<Found> found(Alert a, String identifier) {
    return a.messages().stream()
        .filter(m -> m.identifier().equals(identifier))
        .flatMap(m -> a.artefact(m.artefact()).map(r -> new Found(a.id(), m, r)).stream());
  }

  /** The bytes, or 304 where the caller has them. */
  static Reply fresh(Ask ask, String type, byte[] bytes, Instant changed) {
    String tag = "\"" + Artefact.sha256(bytes).substring(0, 32) + "\"";
    Instant second = changed.truncatedTo(ChronoUnit.SECONDS);
    boolean same =
        ask.header("If-None-Match")
            .map(t -> t.contains(tag) || t.strip().equals("*"))
            .orElseGet(
                () -> ask.header("If-Modified-Since").map(date(second)::equals).orElse(false));
    Reply.Bytes reply =
        same ? new Reply.Bytes(304, java.util.Map.of(), new byte[0]) : Reply.of(200, type, bytes);
    return reply
        .with("ETag", tag)
        .with("Last-Modified", date(second))
        .with("Cache-Control", "no-cache");
  }

  private static String date(Instant at) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
  }
}
