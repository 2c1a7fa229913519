package org.currawong.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.currawong.domain.report.Report;

/**
 * Which reports of one sender belong together: a reply to a question, or "now the water is at the
 * roof". Derived from the log alone, so its two limits are part of how the log reads and never
 * change. A thread only shows reports beside each other: each keeps its own clock and urgency.
 */
final class Threads {

  /** After this silence of a sender a report begins a new thread: another shift, another matter. */
  static final Duration WINDOW = Duration.ofHours(6);

  /** A longer one is no conversation but a script, or an address that many people share. */
  static final int MOST = 100;

  private final Map<String, List<String>> members = new HashMap<>();
  private final Map<String, Latest> latest = new HashMap<>();

  private record Latest(String head, Instant at, long n) {}

  /** The head of the thread that a report of this sender joins, or {@code null}. */
  String joined(String sender, Instant receivedAt) {
    Latest l = sender == null ? null : latest.get(sender);
    boolean near = l != null && !receivedAt.isAfter(l.at().plus(WINDOW));
    return near && members.get(l.head()).size() < MOST ? l.head() : null;
  }

  /** Takes a report in; one that is there already changes nothing. */
  void add(Report r) {
    if (r.sender() == null) {
      return;
    }
    Latest l = latest.get(r.sender());
    if (l == null || l.n() < r.n()) {
      members.computeIfAbsent(r.threadHead(), k -> new ArrayList<>()).add(r.id());
      latest.put(r.sender(), new Latest(r.threadHead(), r.receivedAt(), r.n()));
    }
  }

  /** Ids in the order received; the head alone where nothing joined it. */
  List<String> of(String head) {
    return List.copyOf(members.getOrDefault(head, List.of(head)));
  }
}
