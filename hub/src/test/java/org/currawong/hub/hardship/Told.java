package org.currawong.hub.hardship;

import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What clients were told, kept outside the hub: the hub must stand by it after any end. */
final class Told {

  /** Receipts of every report that was answered with 201, each with its report's id. */
  final Map<String, String> receipts = new ConcurrentHashMap<>();

  /** Receipts that no restart has been asked about yet. */
  final Queue<String> fresh = new ConcurrentLinkedQueue<>();

  /** Reports sent and not answered: key and text, to be sent again. */
  final Map<String, String> unanswered = new ConcurrentHashMap<>();

  /** Alerts of which somebody was told "released". */
  final Set<String> released = ConcurrentHashMap.newKeySet();

  /** Alerts of which somebody was told that they are withdrawn. */
  final Set<String> withdrawn = ConcurrentHashMap.newKeySet();

  void received(String key, String id, String receipt) {
    unanswered.remove(key);
    if (receipts.put(receipt, id) == null) {
      fresh.add(receipt);
    }
  }
}
