package org.currawong.hub.handin;

import java.io.PrintStream;
import java.util.function.LongSupplier;

/** One line on a terminal that shows how far an import is. */
public final class ProgressBar implements FileImport.Progress, AutoCloseable {
  private static final int WIDTH = 30;

  /** Faster than the eye reads; slower than would cost anything over a serial line. */
  private static final long REDRAW_NANOS = 100_000_000L;

  private final PrintStream err;
  private final long total;
  private final LongSupplier nanoTime;
  private final long started;
  private long drawn;

  /** Draws on this stream; {@code total} rows are expected. */
  public ProgressBar(PrintStream err, long total, LongSupplier nanoTime) {
    this.err = err;
    this.total = total;
    this.nanoTime = nanoTime;
    this.started = nanoTime.getAsLong();
    this.drawn = started - REDRAW_NANOS;
  }

  @Override
  public void rows(long received, long refused) {
    long now = nanoTime.getAsLong();
    long done = received + refused;
    if (now - drawn < REDRAW_NANOS && done < total) {
      return;
    }
    drawn = now;
    err.print("\r" + line(done, refused, now - started));
    err.flush();
  }

  /** Leaves the cursor on a line of its own. */
  @Override
  public void close() {
    err.println();
  }

  private String line(long done, long refused, long nanos) {
    int filled = total == 0 ? WIDTH : (int) Math.min(WIDTH, WIDTH * done / total);
    long perSecond = nanos <= 0 ? 0 : Math.round(done * 1e9 / nanos);
    return "["
        + "#".repeat(filled)
        + "-".repeat(WIDTH - filled)
        + "] "
        + done
        + "/"
        + total
        + "  "
        + perSecond
        + "/s  "
        + refused
        + " refused ";
  }
}
