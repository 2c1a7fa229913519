package org.currawong.channels.gammu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.currawong.domain.delivery.CarrierState;

/** Whether texts can be put into gammu-smsd's outbox, and whether it takes them out again. */
public final class OutboxHealth {

  /**
   * With the same text waiting as the next one for so long, nothing is being sent: a modem takes
   * some seconds for each, half a minute where it tries again. Shown within a minute.
   */
  static final Duration STUCK = Duration.ofSeconds(45);

  /**
   * With nothing waiting for so long, the daemon is asked whether it is there: together with {@link
   * #STUCK} within a minute. Receiving is its work too, and a town would write to nobody.
   */
  static final Duration QUIET = Duration.ofSeconds(5);

  /** Room for a town's texts, a block for each. */
  static final long LEAST_FREE_BYTES = 16L << 20;

  private static final long MB = 1L << 20;

  private final GammuFolders folders;
  private final Room room;
  private String next = "";
  private Instant since = Instant.MIN;
  private volatile CarrierState state = CarrierState.STARTING;

  /** How many bytes are free where a folder lies. */
  @FunctionalInterface
  interface Room {
    long free(Path folder) throws IOException;
  }

  public OutboxHealth(GammuFolders folders) {
    this(folders, folder -> Files.getFileStore(folder).getUsableSpace());
  }

  OutboxHealth(GammuFolders folders, Room room) {
    this.folders = folders;
    this.room = room;
  }

  /** How it was at the last look. */
  public CarrierState state() {
    return state;
  }

  void look(Instant now) {
    try {
      String fault = fault();
      state = fault == null ? moving(now) : CarrierState.down(fault);
    } catch (IOException | RuntimeException e) {
      state = CarrierState.down("the outbox can't be read: " + e.getClass().getSimpleName());
    }
  }

  private String fault() throws IOException {
    if (!Files.isDirectory(folders.outbox())) {
      return "the outbox folder is not there";
    }
    if (!Files.isWritable(folders.outbox())) {
      return "the outbox folder can't be written by this account";
    }
    for (Path folder : List.of(folders.sent(), folders.error())) {
      if (!Files.isDirectory(folder) || !Files.isReadable(folder)) {
        return "the folder " + folder.getFileName() + " is not there or can't be read";
      }
    }
    long free = room.free(folders.outbox());
    return free < LEAST_FREE_BYTES
        ? "the disk of the outbox is full: " + free / MB + " MB free"
        : null;
  }

  private CarrierState moving(Instant now) throws IOException {
    List<OutboxName> waiting = GammuFolders.ours(folders.outbox());
    String first = waiting.isEmpty() ? folders.asked() : waiting.getFirst().file();
    // What comes in front of the next one, such as a correction, is no sign of life.
    boolean taken = !next.isEmpty() && !Files.exists(folders.outbox().resolve(next));
    if (taken || next.isEmpty() != first.isEmpty()) {
      since = now;
    }
    next = first;
    Duration still = Duration.between(since, now);
    if (first.isEmpty() && still.compareTo(QUIET) >= 0) {
      folders.ask();
    }
    return first.isEmpty() || still.compareTo(STUCK) < 0
        ? CarrierState.UP
        : CarrierState.down(stuck(still, waiting.size()));
  }

  private static String stuck(Duration still, int waiting) {
    return "gammu-smsd has taken no text for "
        + still.toSeconds()
        + " s"
        + (waiting == 0 ? "" : ", " + waiting + " wait")
        + ": is it running, has the modem a network?";
  }
}
