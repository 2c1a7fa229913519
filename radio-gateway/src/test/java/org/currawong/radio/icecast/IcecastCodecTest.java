package org.currawong.radio.icecast;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import org.junit.jupiter.api.Test;

final class IcecastCodecTest {

  private static final IcecastMount MOUNT =
      new IcecastMount("radio.example", 8000, "/alerts.mp3", "pass wörd", "Lantern\r\nX: y Hub");

  @Test
  void aStreamBeginsWithOneRequestThatPromisesNoChunks() {
    assertEquals(
        """
        PUT /alerts.mp3 HTTP/1.1
        Host: radio.example:8000
        User-Agent: Currawong
        Authorization: Basic c291cmNlOnBhc3Mgd8O2cmQ=
        Content-Type: audio/mpeg
        Ice-Public: 0
        Ice-Bitrate: 64
        Ice-Name: Lantern X: y Hub
        Ice-Description: Alerts as they were released, silence between

        """
            .replace("\n", "\r\n"),
        new String(IcecastCodec.put(MOUNT, 64), UTF_8));
  }

  @Test
  void aTitleIsUtf8AndCanNeitherEndTheRequestNorAddToIt() {
    String said = first(IcecastCodec.title(MOUNT, "Lũ lụt & mode=fallbacks\r\nHost: x #1+1"));
    assertEquals(
        "GET /admin/metadata?mode=updinfo&mount=%2Falerts.mp3&charset=UTF-8&song="
            + "L%C5%A9+l%E1%BB%A5t+%26+mode%3Dfallbacks+Host%3A+x+%231%2B1 HTTP/1.1",
        said);
    assertTrue(first(IcecastCodec.title(MOUNT, "")).contains("&song= HTTP"));
  }

  @Test
  void aTitleIsCutBetweenTwoCharacters() {
    String said = first(IcecastCodec.title(MOUNT, "🌊".repeat(4_000)));
    assertTrue(said.endsWith("song=" + "%F0%9F%8C%8A".repeat(250) + " HTTP/1.1"));
  }

  @Test
  void theQuestionWhetherItLivesHoldsNoPassword() {
    assertFalse(new String(IcecastCodec.alive(MOUNT), UTF_8).contains("Authorization"));
  }

  /** The answers of Icecast 2.4.4, as captured. */
  @Test
  void refusalsAreToldInPlainWords() {
    assertTrue(IcecastCodec.accepted("HTTP/1.0 200 OK\r\n\r\n"));
    assertEquals(
        "the server refuses the password",
        IcecastCodec.refusal(
            "HTTP/1.0 401 Authentication Required\r\nServer: Icecast 2.4.4\r\n\r\n"
                + "You need to authenticate\r\n"));
    assertEquals(
        "another source is on this mount",
        IcecastCodec.refusal("HTTP/1.0 403 Forbidden\r\n\r\nMountpoint in use"));
    assertEquals(
        "the server takes no more sources",
        IcecastCodec.refusal("HTTP/1.0 403 Forbidden\r\n\r\ntoo many sources connected"));
    assertEquals(
        "the server refuses the stream (403)",
        IcecastCodec.refusal("HTTP/1.0 403 Forbidden\r\n\r\n<script>"));
    assertEquals(
        "the server refuses the stream (500)", IcecastCodec.refusal("HTTP/1.1 500 Oh\r\n\r\n"));
    for (String other : new String[] {"", "220 mail.example ESMTP\r\n", "HTTP/1.0 99 x", "HTTP/"}) {
      assertEquals(
          "the server does not answer as Icecast does", IcecastCodec.refusal(other), other);
      assertFalse(IcecastCodec.accepted(other));
    }
  }

  @Test
  void aMountIsReadFromSettingsAndNeverShowsItsPassword() {
    IcecastMount mount =
        IcecastMount.of(URI.create("http://radio.example:8000/"), "alerts.mp3", "s3cret", "Hub");
    assertEquals("http://radio.example:8000/alerts.mp3", mount.toString());
    assertEquals(80, IcecastMount.of(URI.create("http://x"), "/a", "s", "Hub").port());
  }

  @Test
  void anAddressOrMountThatCannotWorkIsRefused() {
    URI url = URI.create("http://radio.example");
    for (String wrong :
        new String[] {"", "/", "/a b", "/a\r\nX: y", "/a?b", "/../admin//", "/a/"}) {
      assertThrows(
          IllegalArgumentException.class, () -> IcecastMount.of(url, wrong, "s", "Hub"), wrong);
    }
    IllegalArgumentException tls =
        assertThrows(
            IllegalArgumentException.class,
            () -> IcecastMount.of(URI.create("https://radio.example"), "/a", "s3cret", "Hub"));
    assertFalse(tls.getMessage().contains("s3cret"));
  }

  private static String first(byte[] request) {
    return new String(request, UTF_8).lines().findFirst().orElseThrow();
  }
}
