package org.currawong.radio.icecast;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.currawong.domain.delivery.CarrierState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A stream that never ends: silence, and between it one recording at a time. A correction comes
 * before whatever else waits, and between two repeats of what is on air. It connects, is refused,
 * breaks and connects again by itself, and says at any time how it is. Encoding and writing are on
 * one platform thread of its own.
 */
public final class IcecastStream implements AutoCloseable {

  /** For connecting, for the answer, and for the server to take what is written. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /** Waits before another try, doubled each time up to the last: a server restarts in seconds. */
  private static final long FIRST_WAIT_MS = 500;

  private static final int DOUBLINGS = 4;

  /** The thread ends with its next wait or frame. */
  private static final long JOIN_MS = 2_000;

  private static final String STOPS = "the hub stops";
  private static final byte[] SILENCE = silence();
  private static final Logger LOG = LoggerFactory.getLogger(IcecastStream.class);

  private final IcecastMount mount;
  private final LongSupplier nanos;
  private final ServerTalk talk;
  private final Thread thread;
  private final AtomicReference<Airing> offered = new AtomicReference<>();
  private final AtomicReference<Airing> correction = new AtomicReference<>();
  private volatile CarrierState state = CarrierState.STARTING;
  private volatile boolean closed;
  private Airing on;

  /** What stands between two of its repeats while a correction is on air. */
  private Airing held;

  private CompletableFuture<Boolean> last;

  private IcecastStream(IcecastMount mount, LongSupplier nanos) {
    this.mount = mount;
    this.nanos = nanos;
    this.talk = new ServerTalk(mount, nanos);
    this.thread = Thread.ofPlatform().daemon().name("icecast").unstarted(this::run);
  }

  /**
   * Begins to connect, and returns at once.
   *
   * @param nanos a monotonic clock, such as {@link System#nanoTime}
   */
  public static IcecastStream launch(IcecastMount mount, LongSupplier nanos) {
    IcecastStream stream = new IcecastStream(mount, nanos);
    Thread.ofPlatform().daemon().name("icecast-warm").start(Mp3Encoder::warm);
    stream.thread.start();
    return stream;
  }

  /** How it is just now. */
  public CarrierState state() {
    return state;
  }

  /** Puts a recording on air as soon as there is a connection; one at a time. */
  void offer(Airing airing) {
    offer(offered, airing);
  }

  /** The same for a correction, which goes first; one at a time, beside the other. */
  void offerFirst(Airing airing) {
    offer(correction, airing);
  }

  private void offer(AtomicReference<Airing> place, Airing airing) {
    if (!place.compareAndSet(null, airing)) {
      throw new IllegalStateException("another recording waits for the air");
    }
    LockSupport.unpark(thread);
  }

  /** Takes a recording back that is not on air yet; false where it is, or was. */
  boolean takeBack(Airing airing) {
    return offered.compareAndSet(airing, null) || correction.compareAndSet(airing, null);
  }

  boolean closed() {
    return closed;
  }

  private void run() {
    for (int failures = 0; !closed; failures++) {
      try (SourceLine line = connected()) {
        failures = 0;
        told(CarrierState.UP);
        play(line);
      } catch (IOException | RuntimeException e) {
        lost(e);
      }
      if (!closed) {
        pause(FIRST_WAIT_MS << Math.min(failures, DOUBLINGS));
      }
    }
    endAll(STOPS);
    state = CarrierState.DISABLED;
  }

  private SourceLine connected() throws IOException {
    SourceLine line = SourceLine.open(mount.host(), mount.port(), PATIENCE, nanos);
    try {
      line.write(IcecastCodec.put(mount, Mp3Frame.KILOBITS), PATIENCE);
      String answer = line.answer(PATIENCE);
      if (!IcecastCodec.accepted(answer)) {
        throw new IOException(IcecastCodec.refusal(answer));
      }
      return line;
    } catch (IOException | RuntimeException e) {
      line.close();
      throw e;
    }
  }

  private void lost(Exception why) {
    String reason = why.getMessage();
    if (why instanceof RuntimeException && !closed) {
      LOG.warn("the stream failed", why);
      reason = "the stream failed: " + why;
    }
    if (closed) {
      // Whatever the interrupt broke first: a wait, a write or the connection.
      reason = STOPS;
    } else {
      told(CarrierState.down(reason));
    }
    endAll(reason);
  }

  private void endAll(String reason) {
    end(new Airing.End.Cut(reason));
    on = held;
    held = null;
    end(new Airing.End.Cut(reason));
  }

  private void told(CarrierState now) {
    if (!now.equals(state)) {
      state = now;
      LOG.info("The stream to {} is {} {}", mount, now.level().word(), now.reason());
    }
  }

  private void play(SourceLine line) throws IOException {
    Pace pace = new Pace(nanos.getAsLong());
    Pulse pulse = new Pulse(talk::alive, nanos.getAsLong());
    while (!closed) {
      look(line, pulse);
      if (on == null) {
        begin();
      } else if (on.stopped()) {
        talk.name("");
        end(new Airing.End.Stopped());
      } else if (last != null && last.isDone()) {
        end(heard(last));
      } else if (on.betweenRepeats()) {
        giveWay();
      }
      if (held != null && held.stopped()) {
        held.end(new Airing.End.Stopped());
        held = null;
      }
      step(line, pace);
    }
  }

  /** Nothing said is broken off: a correction waits for the end of a repeat, not of all of them. */
  private void giveWay() {
    if (held == null && correction.get() != null) {
      held = on;
      on = null;
      begin();
    }
  }

  private void look(SourceLine line, Pulse pulse) throws IOException {
    if (line.ended()) {
      throw new IOException(SourceLine.GONE);
    }
    int missed = pulse.missed(nanos.getAsLong());
    if (missed >= Pulse.LOST) {
      throw new IOException("the server no longer answers");
    }
    told(missed == 0 ? CarrierState.UP : CarrierState.degraded("the server answers late"));
  }

  private void begin() {
    on = correction.getAndSet(null);
    if (on == null && held != null) {
      on = held;
      held = null;
    }
    if (on == null) {
      on = offered.getAndSet(null);
    }
    if (on != null) {
      talk.name(on.title());
    }
  }

  /** What was written last may lie in a kernel; the server's answer says that it lives. */
  private static Airing.End heard(CompletableFuture<Boolean> answer) {
    return answer.getNow(false)
        ? new Airing.End.Aired()
        : new Airing.End.Cut("the server no longer answers");
  }

  private void end(Airing.End how) {
    if (on != null) {
      on.end(how);
      on = null;
    }
    last = null;
  }

  /** Writes what is due, or waits for it: a frame of the recording, or a piece of silence. */
  private void step(SourceLine line, Pace pace) throws IOException {
    long now = nanos.getAsLong();
    boolean quiet = on == null || last != null;
    long wait = quiet ? pace.untilSilence(now) : pace.untilFrame(now);
    if (wait > 0) {
      LockSupport.parkNanos(wait);
      return;
    }
    byte[] frame = quiet ? SILENCE : on.next();
    if (frame == null) {
      last = talk.title("");
      return;
    }
    line.write(frame, PATIENCE);
    for (int bytes = 0; bytes < frame.length; bytes += Mp3Frame.BYTES) {
      pace.wrote(now);
    }
  }

  private static byte[] silence() {
    byte[] all = new byte[Pace.SILENCE_AT_ONCE * Mp3Frame.BYTES];
    for (int at = 0; at < all.length; at += Mp3Frame.BYTES) {
      System.arraycopy(Mp3Frame.silence(), 0, all, at, Mp3Frame.BYTES);
    }
    return all;
  }

  private static void pause(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  /** Cuts what is on air and ends the stream. */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join(JOIN_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    talk.close();
  }
}
