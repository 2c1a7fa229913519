package org.currawong.console.http;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/** Sends an answer; on the event loop. */
final class Answer {

  private Answer() {}

  static void send(RoutingContext ctx, Reply reply) {
    HttpServerResponse response = ctx.response();
    if (response.ended() || response.closed()) {
      dispose(reply);
      return;
    }
    response.setStatusCode(reply.status());
    reply.headers().forEach(response::putHeader);
    switch (reply) {
      case Reply.Bytes bytes -> whole(ctx, bytes);
      case Reply.Spent file ->
          response.sendFile(file.file().toString()).onComplete(sent -> delete(file.file()));
      case Reply.Live live -> new Outflow(ctx).begin(live.stream());
    }
  }

  private static void whole(RoutingContext ctx, Reply.Bytes bytes) {
    HttpServerResponse response = ctx.response();
    if (ctx.request().method().equals(HttpMethod.HEAD)) {
      response.putHeader("Content-Length", Integer.toString(bytes.body().length));
      response.end();
    } else {
      response.end(Buffer.buffer(bytes.body()));
    }
  }

  private static void dispose(Reply reply) {
    if (reply instanceof Reply.Spent file) {
      delete(file.file());
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // A bundle left in the temporary folder: cleared with it.
    }
  }

  /** An open response of server-sent events. */
  private static final class Outflow implements Reply.Outlet {

    private final RoutingContext ctx;
    private final Context loop;
    private final HttpServerResponse response;
    private final AtomicBoolean closed = new AtomicBoolean();
    private Runnable end = () -> {};
    private long heart = -1;

    Outflow(RoutingContext ctx) {
      this.ctx = ctx;
      this.loop = ctx.vertx().getOrCreateContext();
      this.response = ctx.response();
    }

    void begin(Reply.Stream stream) {
      response.setChunked(true);
      response.setWriteQueueMaxSize(Limits.STREAM_QUEUE);
      response.closeHandler(gone -> finish());
      response.exceptionHandler(gone -> finish());
      // The first bytes make a browser take the stream as open.
      response.write(": here\n\n");
      heart = ctx.vertx().setPeriodic(Limits.HEARTBEAT.toMillis(), t -> put(": still here\n\n"));
      end = stream.open(this);
      if (closed.get()) {
        end.run();
      }
    }

    @Override
    public void write(String text) {
      loop.runOnContext(now -> put(text));
    }

    @Override
    public void close() {
      loop.runOnContext(
          now -> {
            finish();
            if (!response.ended()) {
              response.end();
            }
          });
    }

    private void put(String text) {
      if (closed.get() || response.closed() || response.ended()) {
        return;
      }
      if (response.writeQueueFull()) {
        // Too slow: the reader comes back with Last-Event-ID and is told what it missed.
        finish();
        ctx.request().connection().close();
        return;
      }
      response.write(text);
    }

    private void finish() {
      if (closed.compareAndSet(false, true)) {
        ctx.vertx().cancelTimer(heart);
        end.run();
      }
    }
  }
}
