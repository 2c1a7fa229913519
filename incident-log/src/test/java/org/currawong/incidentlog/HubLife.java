package org.currawong.incidentlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.currawong.incidentlog.disk.Disk;

/**
 * A small hub's work on one disk: reports with keys, artefacts, approvals, erasures, checkpoints,
 * rolls; and what its callers were told, to compare with what is there after a power cut.
 */
final class HubLife {

  static final Path DATA = Path.of("/data");
  static final Path LOG = DATA.resolve("log");
  static final int LARGEST_BATCH = 3;
  private static final int SEGMENT_BYTES = 2500;
  private static final int KEYS_PER_FILE = 4;
  private static final byte[] CONTEXT = "test".getBytes(StandardCharsets.UTF_8);
  private static final Pattern SEALED =
      Pattern.compile("\"subject\":\"([^\"]+)\",\"slot\":(\\d+),\"data\":\"([^\"]+)\"");
  private static final Pattern ARTEFACT = Pattern.compile("\"artefact\":\"([0-9a-f]{64})\"");

  /** What callers were told is done. */
  static final class Told {
    final TreeMap<Long, String> entries = new TreeMap<>();
    final Set<String> erased = new HashSet<>();
    long checkpointed;
  }

  private final Told told;
  final SegmentedLog log;
  final Keyring keyring;
  final Artefacts artefacts;
  final Checkpoints checkpoints;
  final HubKeys keys;

  HubLife(Disk disk, Told told) throws IOException {
    this.told = told;
    keyring = Keyring.open(disk, DATA.resolve("keys"), KEYS_PER_FILE);
    keys = HubKeys.open(disk, DATA.resolve("keys"), LOG, 1, EnumSet.of(KeyUse.CHECKPOINT), true);
    checkpoints = Checkpoints.open(disk, LOG);
    log = SegmentedLog.open(disk, LOG, "gum-creek", checkpoints.count(), SEGMENT_BYTES);
    artefacts = Artefacts.open(disk, DATA.resolve("artefacts"), keyring);
    if (log.head().n() == 0) {
      append("\"type\":\"LogOpened\",\"hub\":\"gum-creek\",\"keys\":[\"" + key() + "\"]");
    }
    for (TornTail tail : log.torn()) {
      append("\"type\":\"TailCut\",\"file\":\"" + tail.file() + "\"");
      log.told(tail);
    }
  }

  private String key() {
    return keys.publicLines().getFirst();
  }

  /** One line or several in one batch; told once they are forced. */
  void append(String... bodies) throws IOException {
    LogBatch batch = log.batch();
    TreeMap<Long, String> lines = new TreeMap<>();
    for (String body : bodies) {
      String json = "{\"n\":" + batch.next() + "," + body + "}";
      lines.put(batch.next(), json);
      batch.add(json.getBytes(StandardCharsets.UTF_8));
    }
    log.append(batch);
    told.entries.putAll(lines);
  }

  private String report(String subject, String text) {
    int slot = keyring.slotFor(subject);
    byte[] sealed =
        keyring
            .seal(slot, nonce(text), CONTEXT, text.getBytes(StandardCharsets.UTF_8))
            .orElseThrow();
    return "\"type\":\"ReportReceived\",\"subject\":\""
        + subject
        + "\",\"slot\":"
        + slot
        + ",\"data\":\""
        + text
        + ":"
        + Base64.getEncoder().encodeToString(sealed)
        + "\"";
  }

  private static byte[] nonce(String text) {
    return java.util.Arrays.copyOf(
        Chain.sha256().digest(text.getBytes(StandardCharsets.UTF_8)), Keyring.NONCE_BYTES);
  }

  /** A night's work; {@code name} keeps the subjects of several nights apart. */
  void work(String name) throws IOException {
    for (int i = 0; i < 4; i++) {
      append(report("report:" + name + i, name + "water in the house " + i));
    }
    String audio = artefacts.put(("recording " + name).getBytes(StandardCharsets.UTF_8), false);
    String tree = artefacts.put(("phone tree " + name).getBytes(StandardCharsets.UTF_8), true);
    append(
        "\"type\":\"ArtefactRendered\",\"artefact\":\"" + audio + "\"",
        "\"type\":\"ArtefactRendered\",\"artefact\":\"" + tree + "\"");
    append("\"type\":\"AlertApproved\",\"by\":\"ana\"");
    append("\"type\":\"AlertApproved\",\"by\":\"bo\"", "\"type\":\"AlertReleased\"");
    checkpoint();
    String[] three = new String[LARGEST_BATCH];
    for (int i = 0; i < three.length; i++) {
      three[i] = report("report:" + name + "b" + i, name + "the bridge is gone ".repeat(20) + i);
    }
    append(three);
    append("\"type\":\"Erased\",\"person\":\"report:" + name + "0\"");
    keyring.erase("report:" + name + "0");
    told.erased.add("report:" + name + "0");
    checkpoint();
    append("\"type\":\"HubStopped\"");
  }

  void checkpoint() throws IOException {
    Checkpoint made =
        Checkpoint.sign(
            log.hub(),
            keys.epoch(),
            log.head(),
            Instant.parse("2026-11-23T05:10:00Z"),
            b -> keys.sign(KeyUse.CHECKPOINT, b));
    checkpoints.append(made);
    told.checkpointed = made.count();
  }

  /** Compares what is there with what callers were told. */
  void holdsWhatWasTold(Disk disk) throws IOException {
    TreeMap<Long, String> there = new TreeMap<>();
    log.read(
        1,
        (n, hash, json) -> {
          there.put(n, new String(json, StandardCharsets.UTF_8));
          return true;
        });
    told.entries.forEach((n, json) -> assertEquals(json, there.get(n), "entry " + n));
    assertTrue(checkpoints.count() >= told.checkpointed, "the last checkpoint is there");
    for (String json : there.values()) {
      keyIsThere(json);
      Matcher artefact = ARTEFACT.matcher(json);
      if (artefact.find()) {
        assertTrue(artefacts.get(artefact.group(1)).isPresent(), "artefact of " + json);
      }
    }
    Verdict verdict = Verifier.verify(LogSource.of(disk, LOG), Anchors.NONE);
    assertTrue(verdict.sound(), verdict::text);
  }

  private void keyIsThere(String json) {
    Matcher m = SEALED.matcher(json);
    if (!m.find()) {
      return;
    }
    String text = m.group(3).substring(0, m.group(3).indexOf(':'));
    byte[] sealed = Base64.getDecoder().decode(m.group(3).substring(text.length() + 1));
    Optional<byte[]> plain =
        keyring.open(Integer.parseInt(m.group(2)), nonce(text), CONTEXT, sealed);
    if (told.erased.contains(m.group(1))) {
      assertTrue(plain.isEmpty(), "erased and readable: " + json);
    } else if (!m.group(1).endsWith("0")) {
      assertEquals(text, plain.map(p -> new String(p, StandardCharsets.UTF_8)).orElse(null));
    }
  }
}
