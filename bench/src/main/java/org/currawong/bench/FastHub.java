package org.currawong.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.currawong.domain.Realm;
import org.currawong.hub.DataFolder;
import org.currawong.hub.node.HubNode;
import org.currawong.hub.node.HubPlan;
import org.currawong.hub.settings.EffectiveSettings;
import org.currawong.incidentlog.disk.Disk;

/** A whole hub with the limits for one sender and for all of them out of the way. */
final class FastHub implements AutoCloseable {

  /** Inference answers many times in this, also on a busy machine. */
  private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(1);

  private static final long BOUND_NANOS = TimeUnit.MINUTES.toNanos(3);

  private static final int UNLIMITED = 1_000_000_000;

  private final DataFolder folder;
  private final HubNode node;

  private FastHub(DataFolder folder, HubNode node) {
    this.folder = folder;
    this.node = node;
  }

  static FastHub real(Path data, int number) throws Exception {
    DataFolder folder = DataFolder.open(data, Realm.LIVE, "bench");
    return new FastHub(folder, HubNode.launch(plan(data, number, Map.of())));
  }

  /** With settings beside the usual ones. */
  static FastHub with(Map<String, String> more, Path data, int number) throws Exception {
    DataFolder folder = DataFolder.open(data, Realm.LIVE, "bench");
    return new FastHub(folder, HubNode.launch(plan(data, number, more)));
  }

  static FastHub on(Disk disk, Path data, int number) throws Exception {
    DataFolder folder = DataFolder.open(data, Realm.LIVE, "bench");
    return new FastHub(folder, HubNode.launch(plan(data, number, Map.of()), disk));
  }

  /** Without inference: what comes in waits to be read. */
  static FastHub unread(Path data) throws Exception {
    DataFolder folder = DataFolder.open(data, Realm.LIVE, "bench");
    Set<String> parts = new TreeSet<>(HubPlan.ALL_PARTS);
    parts.remove("inference");
    return new FastHub(folder, HubNode.launch(plan(data, 0, Map.of()).withParts(parts)));
  }

  private static HubPlan plan(Path data, int number, Map<String, String> more) throws Exception {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("web.port", "0");
    settings.put("hub.name", "Bench");
    settings.put("limits.sender.per-minute", "10000");
    return HubPlan.live(
            data,
            EffectiveSettings.of(Map.of(), Map.of(), settings).settings(),
            Clock.system(ZoneId.systemDefault()))
        .withReportsInAll(UNLIMITED)
        .withBroker(number);
  }

  HubNode node() {
    return node;
  }

  int port() {
    return node.address().getPort();
  }

  /**
   * Waits until the log has not grown for a while: every report is assessed, and the next
   * measurement is alone.
   */
  void rest() throws IOException {
    long end = System.nanoTime() + BOUND_NANOS;
    long size = -1;
    while (size != logBytes()) {
      if (System.nanoTime() > end) {
        throw new IOException("reports wait for their assessment for minutes");
      }
      size = logBytes();
      LockSupport.parkNanos(QUIET_NANOS);
    }
  }

  private long logBytes() throws IOException {
    try (Stream<Path> files = Files.list(folder.path().resolve("log"))) {
      return files.mapToLong(f -> f.toFile().length()).sum();
    }
  }

  @Override
  public void close() throws IOException {
    node.close();
    folder.close();
  }
}
