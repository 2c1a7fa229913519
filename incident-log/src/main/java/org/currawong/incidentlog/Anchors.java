package org.currawong.incidentlog;

import java.util.Arrays;

/**
 * What somebody outside kept of the log: words from a printed sheet, a checkpoint from elsewhere.
 *
 * @param hashStart the first 11 bytes of a head, from its eight check words; or {@code null}
 * @param checkpoint or {@code null}
 */
public record Anchors(byte[] hashStart, Checkpoint checkpoint) {

  public static final Anchors NONE = new Anchors(null, null);

  boolean namesHead(byte[] head) {
    return hashStart != null
        && head[0] == hashStart[0]
        && Arrays.equals(head, 0, hashStart.length, hashStart, 0, hashStart.length);
  }
}
