package org.currawong.console.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Reads a body on the event loop, up to a limit of bytes and of time. */
final class Body {

  private final RoutingContext ctx;
  private final int limit;
  private final Consumer<byte[]> whole;
  private final Consumer<Fault> wrong;
  private final Buffer buffer = Buffer.buffer();
  private final AtomicBoolean done = new AtomicBoolean();

  private Body(RoutingContext ctx, int limit, Consumer<byte[]> whole, Consumer<Fault> wrong) {
    this.ctx = ctx;
    this.limit = limit;
    this.whole = whole;
    this.wrong = wrong;
  }

  static void read(RoutingContext ctx, int limit, Consumer<byte[]> whole, Consumer<Fault> wrong) {
    new Body(ctx, limit, whole, wrong).read();
  }

  private void read() {
    HttpServerRequest request = ctx.request();
    if (announced(request) > limit) {
      tooLarge();
      return;
    }
    long timer =
        ctx.vertx()
            .setTimer(
                Limits.ARRIVAL.toMillis(), t -> fail(Fault.of(408, "the request came too slowly")));
    request.exceptionHandler(
        e -> {
          ctx.vertx().cancelTimer(timer);
          done.set(true);
        });
    request.handler(this::more);
    request.endHandler(
        end -> {
          ctx.vertx().cancelTimer(timer);
          if (done.compareAndSet(false, true)) {
            whole.accept(buffer.getBytes());
          }
        });
  }

  private static long announced(HttpServerRequest request) {
    try {
      String length = request.getHeader("Content-Length");
      return length == null ? 0 : Long.parseLong(length.strip());
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }

  private void more(Buffer part) {
    if (done.get()) {
      return;
    }
    if (buffer.length() + part.length() > limit) {
      tooLarge();
    } else {
      buffer.appendBuffer(part);
    }
  }

  private void tooLarge() {
    fail(Fault.of(413, "at most " + limit / 1024 + " KB are taken here"));
  }

  private void fail(Fault fault) {
    if (done.compareAndSet(false, true)) {
      wrong.accept(fault);
    }
  }
}
