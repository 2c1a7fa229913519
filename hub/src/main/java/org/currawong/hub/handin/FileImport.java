package org.currawong.hub.handin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.currawong.channels.csv.CsvReader;
import org.currawong.hub.Json;

/**
 * Hands in a report per row of a file of comma-separated values. Running it again hands nothing in
 * twice.
 */
public final class FileImport {
  /**
   * Enough for the hub to force many rows to disk at once, few enough to leave room for residents.
   */
  private static final int IN_FLIGHT = 8;

  /** A file whose every row is refused need not be listed to its end. */
  private static final int MOST_REFUSALS_LISTED = 1_000;

  private final Delivery delivery;
  private final Progress progress;

  /** Told after each row. Called by one thread at a time. */
  @FunctionalInterface
  public interface Progress {
    /** So many rows were received, so many refused. */
    void rows(long received, long refused);
  }

  /**
   * A row that the hub, or we before it, would not take. {@code row} counts from 1 after the
   * header.
   */
  public record RefusedRow(long row, long line, String why) {}

  /**
   * How an import ended.
   *
   * @param stopped why it ended before the last row; empty if it did not
   */
  public record Result(
      long received, long refused, List<RefusedRow> listed, Optional<String> stopped) {}

  private long received;
  private long refused;
  private final List<RefusedRow> listed = new ArrayList<>();
  private String stopped;

  /** Hands in through this delivery. */
  public FileImport(Delivery delivery, Progress progress) {
    this.delivery = delivery;
    this.progress = progress;
  }

  /**
   * The number of rows after the first; reads the whole file, and so finds malformed ones before
   * any is handed in.
   */
  public static long count(Path file) throws IOException {
    try (CsvReader reader = new CsvReader(Files.newInputStream(file))) {
      long rows = -1;
      while (reader.next().isPresent()) {
        rows++;
      }
      return Math.max(rows, 0);
    }
  }

  /** The columns of the file's first row. */
  public static Columns columns(Path file, Map<String, String> renamed) throws IOException {
    try (CsvReader reader = new CsvReader(Files.newInputStream(file))) {
      CsvReader.Row header =
          reader.next().orElseThrow(() -> new IllegalArgumentException("the file is empty"));
      return Columns.of(header.fields(), renamed);
    }
  }

  /** Hands in every row. Use an import once. */
  public Result run(Path file, Columns columns) throws IOException, InterruptedException {
    RowKey keys = RowKey.of(file);
    Semaphore slots = new Semaphore(IN_FLIGHT);
    try (CsvReader reader = new CsvReader(Files.newInputStream(file));
        ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      reader.next();
      Optional<CsvReader.Row> row = reader.next();
      for (long number = 1; row.isPresent() && !hasStopped(); number++) {
        slots.acquire();
        start(workers, slots, columns, keys, number, row.get());
        row = reader.next();
      }
      workers.shutdown();
      workers.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    }
    return result();
  }

  private void start(
      ExecutorService workers,
      Semaphore slots,
      Columns columns,
      RowKey keys,
      long number,
      CsvReader.Row row) {
    workers.execute(
        () -> {
          try {
            handIn(columns, keys, number, row);
          } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            stop("interrupted");
          } catch (RuntimeException unexpected) {
            stop("row " + number + ": unexpected " + unexpected);
          } finally {
            slots.release();
          }
        });
  }

  private void handIn(Columns columns, RowKey keys, long number, CsvReader.Row row)
      throws InterruptedException {
    Map<String, String> report;
    try {
      report = columns.report(row.fields());
    } catch (IllegalArgumentException noReport) {
      refuse(new RefusedRow(number, row.line(), noReport.getMessage()));
      return;
    }
    switch (delivery.deliver(report, keys.forRow(number, Json.text(report)))) {
      case Answer.Received ok -> receive();
      case Answer.Refused no when no.status() == 401 || no.status() == 403 ->
          stop("the hub refuses: " + no.why());
      case Answer.Refused no -> refuse(new RefusedRow(number, row.line(), no.why()));
      case Answer.Unknown unknown -> stop("no answer to row " + number + ": " + unknown.why());
      case Answer.Busy never ->
          throw new IllegalStateException("a delivery ends with a final answer");
      case Answer.SignedOut never ->
          throw new IllegalStateException("a delivery ends with a final answer");
    }
  }

  private synchronized void receive() {
    received++;
    progress.rows(received, refused);
  }

  private synchronized void refuse(RefusedRow row) {
    refused++;
    if (listed.size() < MOST_REFUSALS_LISTED) {
      listed.add(row);
    }
    progress.rows(received, refused);
  }

  private synchronized void stop(String why) {
    if (stopped == null) {
      stopped = why;
    }
  }

  private synchronized boolean hasStopped() {
    return stopped != null;
  }

  private synchronized Result result() {
    List<RefusedRow> inOrder = new ArrayList<>(listed);
    inOrder.sort(java.util.Comparator.comparingLong(RefusedRow::row));
    return new Result(received, refused, List.copyOf(inOrder), Optional.ofNullable(stopped));
  }
}
