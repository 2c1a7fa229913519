package org.currawong.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.currawong.domain.Realm;
import org.currawong.incidentlog.Anchors;
import org.currawong.incidentlog.IncidentLog;
import org.currawong.incidentlog.LogBatch;
import org.currawong.incidentlog.Verdict;
import org.currawong.incidentlog.Verifier;

/** Verifying a log, against SHA-256 alone over the same files, turn by turn. */
final class VerifyBench {

  private static final int ROUNDS = 9;
  private static final int WARM_ROUNDS = 2;

  /** More than one segment of 64 MiB. */
  private static final int BATCHES = 120;

  private static final int PER_BATCH = 1_000;
  private static final int BUFFER = 256 * 1024;

  private VerifyBench() {}

  static void run(Path folder) throws Exception {
    Path data = folder.resolve("data");
    long entries = write(data);
    Ratios ratios = new Ratios("verify: SHA-256 alone / verify");
    for (int round = 0; round < WARM_ROUNDS + ROUNDS; round++) {
      long start = System.nanoTime();
      digest(data.resolve("log"));
      long middle = System.nanoTime();
      Verdict verdict = Verifier.verify(data, Anchors.NONE);
      long end = System.nanoTime();
      if (!verdict.sound() || verdict.last() != entries) {
        throw new IllegalStateException("the log does not verify: " + verdict);
      }
      if (round >= WARM_ROUNDS) {
        ratios.add((double) (middle - start) / (end - middle));
      }
    }
    ratios.atLeast(0.5);
  }

  private static long write(Path data) throws IOException {
    IncidentLog.Opening hub = new IncidentLog.Opening("bench", Realm.LIVE);
    try (IncidentLog log = IncidentLog.open(data, hub, Clock.systemUTC())) {
      for (int i = 0; i < BATCHES; i++) {
        LogBatch batch = log.log().batch();
        for (int j = 0; j < PER_BATCH; j++) {
          long n = batch.next();
          batch.add(log.json().write(n, Instant.now(), Samples.report(n, "report:one")));
        }
        log.log().append(batch);
      }
      return log.log().head().n();
    }
  }

  private static void digest(Path log) throws Exception {
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    byte[] buffer = new byte[BUFFER];
    for (Path file : files(log)) {
      try (InputStream in = Files.newInputStream(file)) {
        for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
          sha256.update(buffer, 0, read);
        }
      }
    }
    sha256.digest();
  }

  private static List<Path> files(Path log) throws IOException {
    try (Stream<Path> all = Files.list(log)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
