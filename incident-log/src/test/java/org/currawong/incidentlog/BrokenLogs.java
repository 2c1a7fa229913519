package org.currawong.incidentlog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Good and broken logs with the fault that a verifier must find; both verifiers see the same. */
final class BrokenLogs {

  /**
   * @param fault {@code null} where the log verifies
   * @param torn whether a torn tail must be named
   */
  record Case(MemoryLog log, Fault.Kind fault, boolean torn) {}

  private BrokenLogs() {}

  static Map<String, Case> all() throws IOException {
    MemoryLog good = MemoryLog.ofOneNight();
    List<String> segments = good.segments();
    String first = segments.getFirst();
    String middle = segments.get(segments.size() / 2);
    String last = segments.getLast();
    String pub = good.text("hub.pub");
    Map<String, Case> cases = new LinkedHashMap<>();
    cases.put("good", new Case(good, null, false));
    cases.put("line-changed", bad(good, middle, "the bridge", "the Bridge", Fault.Kind.HASH));
    cases.put("line-removed", new Case(withoutLine(good, first, 3), Fault.Kind.GAP, false));
    cases.put("segment-removed", new Case(good.without(middle), Fault.Kind.HEADER, false));
    cases.put("first-segment-removed", new Case(good.without(first), Fault.Kind.HEADER, false));
    cases.put("last-segment-removed", new Case(good.without(last), Fault.Kind.FEWER, false));
    cases.put("segment-renamed", renamed(good, last));
    cases.put("other-hub", bad(good, middle, "hub=gum-creek", "hub=gum-crook", Fault.Kind.HEADER));
    cases.put("hub-everywhere-changed", otherHub(good));
    cases.put("key-changed", new Case(otherKey(good, pub), Fault.Kind.SIGNATURE, false));
    cases.put("keys-removed", new Case(good.without("hub.pub"), Fault.Kind.SIGNATURE, false));
    cases.put("no-checkpoints", new Case(good.without("checkpoints"), null, false));
    cases.put(
        "checkpoint-changed", bad(good, "checkpoints", "T05:10", "T06:10", Fault.Kind.SIGNATURE));
    cases.put("checkpoint-torn", cut(good, "checkpoints", 20, null, true));
    cases.put("checkpoint-without-end", cut(good, "checkpoints", 1, null, true));
    cases.put("tail-before-a-checkpoint", cut(good, last, 150, Fault.Kind.FEWER, true));
    MemoryLog loose = good.without("checkpoints");
    cases.put("tail-torn", cut(loose, last, 30, null, true));
    cases.put("tail-lf-missing", cut(loose, last, 1, null, true));
    cases.put("tail-lf-damaged", lastByte(loose, last, 'X', Fault.Kind.HASH, false));
    cases.put("tail-nul-block", new Case(loose.with(last, nulTail(good, last)), null, true));
    cases.put("torn-in-the-middle", cut(loose, first, 30, Fault.Kind.HASH, false));
    cases.put("one-nul-byte", bad(loose, last, "HubStopped", "Hub\0topped", Fault.Kind.HASH));
    cases.put("empty-last-segment", emptySegment(loose));
    cases.put("garbage-segment", garbage(loose));
    return cases;
  }

  private static Case bad(MemoryLog log, String name, String from, String to, Fault.Kind kind) {
    String changed = log.text(name).replaceFirst(from, to);
    if (changed.equals(log.text(name))) {
      throw new AssertionError(name + " holds no " + from);
    }
    return new Case(log.with(name, changed.getBytes(StandardCharsets.UTF_8)), kind, false);
  }

  private static MemoryLog withoutLine(MemoryLog log, String name, int index) {
    List<String> lines = new java.util.ArrayList<>(List.of(log.text(name).split("(?<=\n)")));
    lines.remove(index);
    return log.with(name, String.join("", lines).getBytes(StandardCharsets.UTF_8));
  }

  private static Case renamed(MemoryLog log, String last) {
    MemoryLog moved = log.without(last).with("0000000000000999.log", log.files.get(last));
    return new Case(moved, Fault.Kind.HEADER, false);
  }

  private static Case otherHub(MemoryLog log) {
    MemoryLog changed = log.without("checkpoints");
    for (String name : log.segments()) {
      String text = log.text(name).replaceFirst("hub=gum-creek", "hub=dry-creek");
      changed = changed.with(name, text.getBytes(StandardCharsets.UTF_8));
    }
    return new Case(changed, Fault.Kind.HEADER, false);
  }

  private static MemoryLog otherKey(MemoryLog log, String pub) {
    PublicKeyLine key = PublicKeyLine.parseAll(pub).getFirst();
    byte[] other = Ed25519.raw(Ed25519.newPair().getPublic());
    String line = new PublicKeyLine(key.use(), key.epoch(), other).text() + "\n";
    return log.with("hub.pub", line.getBytes(StandardCharsets.UTF_8));
  }

  private static Case cut(MemoryLog log, String name, int bytes, Fault.Kind kind, boolean torn) {
    byte[] content = log.files.get(name);
    byte[] shorter = Arrays.copyOf(content, content.length - bytes);
    return new Case(log.with(name, shorter), kind, torn);
  }

  private static Case lastByte(MemoryLog log, String name, char c, Fault.Kind kind, boolean torn) {
    byte[] content = log.files.get(name).clone();
    content[content.length - 1] = (byte) c;
    return new Case(log.with(name, content), kind, torn);
  }

  private static byte[] nulTail(MemoryLog log, String name) {
    byte[] content = log.files.get(name).clone();
    int from = Math.max(content.length / 2, content.length - 900);
    Arrays.fill(content, from, content.length - 40, (byte) 0);
    return content;
  }

  private static Case emptySegment(MemoryLog log) {
    return new Case(log.with("0000000000000900.log", new byte[0]), null, true);
  }

  private static Case garbage(MemoryLog log) {
    byte[] noise = new byte[3000];
    new Random(5).nextBytes(noise);
    noise[40] = '\n';
    return new Case(log.with("0000000000000900.log", noise), Fault.Kind.HEADER, false);
  }
}
