package org.currawong.radio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.currawong.broker.WayOut;
import org.currawong.broker.WayOut.Evidence;
import org.currawong.broker.WayOut.Result;
import org.currawong.domain.Realm;
import org.currawong.domain.delivery.Order;
import org.currawong.domain.delivery.Recipient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlayoutTest {

  private static final WayOut.StopSign GO = () -> false;
  private static final byte[] WAV = Wav.file(Chime.at(Kevin.RATE), Kevin.RATE);

  @TempDir Path data;
  private Path folder;
  private Playout playout;

  @BeforeEach
  void open() {
    folder = data.resolve("spool/demo/radio");
    playout = new Playout(folder);
  }

  @Test
  void oneOrderIsOnePrivateFileOfTheReleasedBytes() throws IOException {
    assertEquals(new Result.Sent(), deliver(order("a1", "o1", WAV)));
    Path file = folder.resolve("a1-o1.wav");
    assertArrayEquals(WAV, Files.readAllBytes(file));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
    assertEquals(1, folder.toFile().list().length);
  }

  @Test
  void anAttemptCutShortIsToldByTheFile() throws IOException {
    Order order = order("a1", "o1", WAV);
    assertEquals(Evidence.NOT_DONE, playout.wasDone(order, Recipient.everyone()));
    deliver(order);
    assertEquals(Evidence.DONE, playout.wasDone(order, Recipient.everyone()));
    assertEquals(
        Evidence.NOT_DONE, playout.wasDone(order("a1", "o1", other()), Recipient.everyone()));
  }

  @Test
  void aFileIsNeverRewritten() throws IOException {
    deliver(order("a1", "o1", WAV));
    assertInstanceOf(Result.Failed.class, deliver(order("a1", "o1", other())));
    assertArrayEquals(WAV, Files.readAllBytes(folder.resolve("a1-o1.wav")));
  }

  @Test
  void afterAStopNothingIsWritten() throws IOException {
    Result result = playout.deliver(order("a1", "o1", WAV), Recipient.everyone(), () -> true);
    assertEquals(new Result.Stopped(), result);
    assertFalse(Files.exists(folder));
  }

  @Test
  void whatIsNoRecordingIsNotPutOnAir() throws IOException {
    for (byte[] bytes : List.of(new byte[0], new byte[100], Arrays.copyOf(WAV, 1000))) {
      assertInstanceOf(Result.Failed.class, deliver(order("a1", "o1", bytes)));
    }
    assertFalse(Files.exists(folder));
  }

  @Test
  void anIdThatWouldLeaveTheFolderNamesNoFile() throws IOException {
    assertInstanceOf(Result.Failed.class, deliver(order("../a1", "o1", WAV)));
    assertInstanceOf(Result.Failed.class, deliver(order("a1", "o/1", WAV)));
    assertFalse(Files.exists(folder));
  }

  private Result deliver(Order order) throws IOException {
    return playout.deliver(order, Recipient.everyone(), GO);
  }

  private static byte[] other() {
    return Wav.file(new short[] {1, 2, 3}, Kevin.RATE);
  }

  private static Order order(String alert, String id, byte[] bytes) {
    return new Order(
        id,
        alert,
        Realm.DEMO,
        "hub-1",
        1,
        "radio",
        false,
        "audio.en.wav",
        "audio/wav",
        "en",
        bytes,
        3,
        Drafts.SENT,
        Drafts.SENT.plusSeconds(3600),
        null,
        null,
        List.of(Recipient.everyone()),
        List.of(Recipient.everyone()),
        Drafts.SENT);
  }
}
