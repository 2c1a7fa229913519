package org.currawong.incidentlog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The notes in a checkpoints file.
 *
 * @param wholeBytes length of all whole notes; what follows was never forced
 * @param torn true if something follows
 * @param fault what is no note and no torn end of one
 */
record CheckpointFile(List<Note> notes, int wholeBytes, boolean torn, Optional<Fault> fault) {

  /**
   * @param line where it begins, counted from 1
   */
  record Note(Checkpoint checkpoint, int line) {

    int signatureLine() {
      return line + Checkpoint.LINES - 1;
    }
  }

  /** The longest note: hub ids of 64, counts of 16, times of 40 characters. */
  private static final int MAX_NOTE_BYTES = 512;

  static CheckpointFile parse(byte[] b) {
    List<Note> notes = new ArrayList<>();
    int at = 0;
    int line = 1;
    while (at < b.length) {
      int end = endOfNote(b, at);
      if (end < 0) {
        break;
      }
      String text = new String(b, at, end - at, StandardCharsets.UTF_8);
      Optional<Checkpoint> note = Checkpoint.parse(text);
      if (note.isEmpty()) {
        break;
      }
      notes.add(new Note(note.get(), line));
      at = end;
      line += Checkpoint.LINES;
    }
    boolean rest = at < b.length;
    boolean torn = rest && tornNote(b, at);
    Optional<Fault> fault =
        rest && !torn
            ? Optional.of(
                new Fault(Fault.Kind.SIGNATURE, Checkpoints.FILE, line, "this is no checkpoint"))
            : Optional.empty();
    return new CheckpointFile(notes, at, torn, fault);
  }

  /** Just behind the note's sixth LF; −1 if there are fewer. */
  private static int endOfNote(byte[] b, int from) {
    int lines = 0;
    for (int i = from; i < b.length; i++) {
      if (b[i] == '\n' && ++lines == Checkpoint.LINES) {
        return i + 1;
      }
    }
    return -1;
  }

  /** A note that a power cut broke off: shorter than a note, without its last LF, or unwritten. */
  private static boolean tornNote(byte[] b, int from) {
    if (b.length - from > MAX_NOTE_BYTES) {
      return false;
    }
    if (EntryLine.holdsUnwrittenBlock(b, from, b.length, b[b.length - 1] == '\n')) {
      return true;
    }
    if (b[b.length - 1] == '\n') {
      return false;
    }
    String without = new String(b, from, b.length - 1 - from, StandardCharsets.UTF_8) + "\n";
    return Checkpoint.parse(without).isEmpty();
  }
}
