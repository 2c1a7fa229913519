package org.currawong.incidentlog;

import java.util.List;
import java.util.Optional;

/**
 * What a verifier found.
 *
 * @param first number of the first entry there: 1, or later in an exported part
 * @param last number of the last entry that verified; {@code first − 1} without any
 * @param withheld entries of which only the hash is there
 * @param head chain hash of the last entry, 64 hex digits
 * @param words the same as eight check words
 * @param checkpoints how many signed notes there are
 * @param checkpointed how many entries the last of them counts; 0 without any
 * @param anchored the last entry that an outside anchor covers; 0 without any
 * @param tornTail names a tail that a power cut left and that opening will cut
 */
public record Verdict(
    String hub,
    long first,
    long last,
    long withheld,
    String head,
    String words,
    int checkpoints,
    long checkpointed,
    long anchored,
    Optional<String> tornTail,
    List<Fault> faults) {

  public Verdict {
    faults = List.copyOf(faults);
  }

  public boolean sound() {
    return faults.isEmpty();
  }

  /** Entries that nothing from outside covers: somebody with the hub's keys could rewrite them. */
  public long uncovered() {
    return last - Math.max(anchored, first - 1);
  }

  /** Lines for a person; {@code verify.py} prints the same. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append("hub ").append(hub).append('\n');
    text.append("entries ").append(first).append(" to ").append(last);
    text.append(", ").append(withheld).append(" withheld\n");
    text.append("head ").append(head).append('\n');
    text.append("words ").append(words).append('\n');
    text.append("checkpoints ").append(checkpoints);
    text.append(", the last counts ").append(checkpointed).append(" entries\n");
    text.append("entries that no outside anchor covers: ").append(uncovered()).append('\n');
    tornTail.ifPresent(t -> text.append("torn tail: ").append(t).append('\n'));
    faults.forEach(f -> text.append("fault: ").append(f).append('\n'));
    text.append(sound() ? "the log verifies\n" : "the log does not verify\n");
    return text.toString();
  }
}
