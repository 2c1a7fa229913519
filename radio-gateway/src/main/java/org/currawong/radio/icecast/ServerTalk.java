package org.currawong.radio.icecast;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;

/**
 * Short requests to the server beside the stream, each on a connection of its own and one after the
 * other: what players show, and whether the server lives. Nothing is thrown: an answer came or not.
 */
final class ServerTalk implements AutoCloseable {

  /** For one answer. A server in the same house takes milliseconds, one far away a second. */
  static final Duration PATIENCE = Duration.ofSeconds(2);

  private final IcecastMount mount;
  private final LongSupplier nanos;
  private final ExecutorService one =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("icecast-talk").factory());

  ServerTalk(IcecastMount mount, LongSupplier nanos) {
    this.mount = mount;
    this.nanos = nanos;
  }

  /** Sets what players show; true once the server has answered, whatever it thinks of titles. */
  CompletableFuture<Boolean> title(String title) {
    return ask(IcecastCodec.title(mount, title));
  }

  /** The same where nobody waits: a title is an ornament, the words are in the recording. */
  void name(String title) {
    CompletableFuture<Boolean> unused = title(title);
  }

  /** Whether the server answers. */
  CompletableFuture<Boolean> alive() {
    return ask(IcecastCodec.alive(mount));
  }

  private CompletableFuture<Boolean> ask(byte[] request) {
    try {
      return CompletableFuture.supplyAsync(() -> answered(request), one);
    } catch (RejectedExecutionException closed) {
      return CompletableFuture.completedFuture(false);
    }
  }

  private boolean answered(byte[] request) {
    try (SourceLine line = SourceLine.open(mount.host(), mount.port(), PATIENCE, nanos)) {
      line.write(request, PATIENCE);
      return IcecastCodec.status(line.answer(PATIENCE)).isPresent();
    } catch (IOException silent) {
      return false;
    }
  }

  @Override
  public void close() {
    one.shutdownNow();
  }
}
