package org.currawong.radio.icecast;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is said to an Icecast server and what its answers mean (PROTOCOLS.md, section 20; as Icecast
 * 2.4.4 speaks). The body of a {@code PUT} is the bare audio without end: chunks of HTTP would be
 * copied into the stream. Pure.
 */
final class IcecastCodec {

  /** An MP3 stream's title has at most 255 × 16 bytes; a headline is far shorter. */
  private static final int MOST_TITLE = 250;

  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})(?: .*)?");
  private static final int UNAUTHORISED = 401;
  private static final int FORBIDDEN = 403;
  private static final int OK = 200;

  private IcecastCodec() {}

  /** The request that begins a stream; what follows it is audio. */
  static byte[] put(IcecastMount mount, int kilobits) {
    return request(
        mount,
        "PUT " + mount.path(),
        true,
        "Content-Type: audio/mpeg\r\nIce-Public: 0\r\nIce-Bitrate: "
            + kilobits
            + "\r\nIce-Name: "
            + line(mount.station())
            + "\r\nIce-Description: Alerts as they were released, silence between\r\n");
  }

  /** The request that sets what players show; an empty title clears it. */
  static byte[] title(IcecastMount mount, String title) {
    return request(
        mount,
        "GET /admin/metadata?mode=updinfo&mount="
            + URLEncoder.encode(mount.path(), UTF_8)
            + "&charset=UTF-8&song="
            + URLEncoder.encode(shortened(line(title)), UTF_8),
        true,
        "Connection: close\r\n");
  }

  /** A request that does nothing, for which the server wants the password all the same. */
  static byte[] password(IcecastMount mount) {
    String path = URLEncoder.encode(mount.path(), UTF_8);
    return request(
        mount, "GET /admin/metadata?mode=none&mount=" + path, true, "Connection: close\r\n");
  }

  /** A question that any server answers in some way, if it lives. */
  static byte[] alive(IcecastMount mount) {
    return request(mount, "GET /status-json.xsl", false, "Connection: close\r\n");
  }

  private static byte[] request(IcecastMount mount, String what, boolean signed, String fields) {
    String user = "source:" + mount.password();
    String who = Base64.getEncoder().encodeToString(user.getBytes(UTF_8));
    return (what
            + " HTTP/1.1\r\nHost: "
            + mount.host()
            + ":"
            + mount.port()
            + "\r\nUser-Agent: Currawong\r\n"
            + (signed ? "Authorization: Basic " + who + "\r\n" : "")
            + fields
            + "\r\n")
        .getBytes(UTF_8);
  }

  /** In one line: what would end a header or a title is a blank. */
  private static String line(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ").strip();
  }

  private static String shortened(String title) {
    int[] letters = title.codePoints().limit(MOST_TITLE).toArray();
    return new String(letters, 0, letters.length);
  }

  /** The status of an answer; empty where it is none of HTTP's. */
  static OptionalInt status(String head) {
    Matcher first = STATUS.matcher(head.lines().findFirst().orElse(""));
    return first.matches() ? OptionalInt.of(Integer.parseInt(first.group(1))) : OptionalInt.empty();
  }

  /** Whether the server now takes audio. */
  static boolean accepted(String head) {
    return status(head).orElse(0) == OK;
  }

  /** Why it does not, in plain words; what a server says itself is never repeated. */
  static String refusal(String answer) {
    OptionalInt status = status(answer);
    if (status.isEmpty()) {
      return "the server does not answer as Icecast does";
    }
    return switch (status.getAsInt()) {
      case UNAUTHORISED -> "the server refuses the password";
      case FORBIDDEN ->
          answer.contains("Mountpoint in use")
              ? "another source is on this mount"
              : answer.contains("too many sources")
                  ? "the server takes no more sources"
                  : "the server refuses the stream (403)";
      default -> "the server refuses the stream (" + status.getAsInt() + ")";
    };
  }
}
