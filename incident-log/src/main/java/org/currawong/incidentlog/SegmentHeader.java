package org.currawong.incidentlog;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first line of a segment (HOUSE.md, section 4).
 *
 * @param hub the hub's id: lower-case letters, digits, dot and hyphen, at most 64
 * @param first number of the first entry in the segment
 * @param prev chain hash of the entry before it; 32 zero bytes before entry 1
 */
record SegmentHeader(String hub, long first, byte[] prev) {

  private static final Pattern FORM =
      Pattern.compile(
          "# currawong-log 1 hub=([a-z0-9.-]{1,64}) first=([1-9][0-9]{0,15}) prev=([0-9a-f]{64})");
  private static final Pattern HUB = Pattern.compile("[a-z0-9.-]{1,64}");
  private static final String SUFFIX = ".log";

  /** The name of the file that an export puts a part of the log into. */
  static final String SLICE = "slice.log";

  static void requireHub(String hub) {
    if (!HUB.matcher(hub).matches()) {
      throw new IllegalArgumentException(
          "a hub id is 1 to "
              + LogLimits.HUB_ID_CHARS
              + " lower-case letters, digits, dots or hyphens, not: "
              + hub);
    }
  }

  static Optional<SegmentHeader> parse(byte[] buffer, int from, int to) {
    String line = new String(buffer, from, to - from, StandardCharsets.UTF_8);
    Matcher m = FORM.matcher(line);
    if (!m.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new SegmentHeader(
            m.group(1), Long.parseLong(m.group(2)), HexFormat.of().parseHex(m.group(3))));
  }

  byte[] line() {
    String hex = HexFormat.of().formatHex(prev);
    return ("# currawong-log 1 hub=" + hub + " first=" + first + " prev=" + hex + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The file name of the segment whose first entry is {@code first}. */
  static String fileName(long first) {
    return String.format("%016d%s", first, SUFFIX);
  }

  /** True for a name that {@link #fileName} makes. */
  static boolean isSegment(String name) {
    return name.length() == 16 + SUFFIX.length()
        && name.endsWith(SUFFIX)
        && name.substring(0, 16).chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
