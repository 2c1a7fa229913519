package org.currawong.broker;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * One row of the table of queues.
 *
 * @param name its address and its name
 * @param keeping whether and how its messages are kept
 * @param timeToLive how long a message waits before it moves to {@link #expired()}; zero = for ever
 * @param maxBytes memory its messages may take; what exceeds it is refused to the sender
 * @param maxDeliveries how often a message is tried before it moves to {@link #dead()}
 * @param rights what each party may do; a party that is not named may do nothing
 */
public record HubQueue(
    String name,
    Keeping keeping,
    Duration timeToLive,
    long maxBytes,
    int maxDeliveries,
    Map<Party, Set<Right>> rights) {

  /** How a queue keeps what it holds. */
  public enum Keeping {
    /** On disk before the sender is told: it comes from outside and is nowhere else. */
    PERSISTENT,
    /** In memory: it is derived from the log and is published again at a start. */
    DERIVED,
    /** In memory, the newest message per key, for every reader, those who come later too. */
    LAST_VALUE
  }

  /** Copies the rights, so that nobody can widen them afterwards. */
  public HubQueue {
    Map<Party, Set<Right>> copy = new EnumMap<>(Party.class);
    rights.forEach((party, set) -> copy.put(party, Set.copyOf(EnumSet.copyOf(set))));
    rights = Map.copyOf(copy);
  }

  /** Whether a party may do something with this queue; denied unless the table says otherwise. */
  public boolean allows(Party party, Right right) {
    return rights.getOrDefault(party, Set.of()).contains(right);
  }

  /** Whether its messages are forced to disk, and therefore hold ciphertext. */
  public boolean persistent() {
    return keeping == Keeping.PERSISTENT;
  }

  /** Where a message goes that failed {@link #maxDeliveries} times. */
  public String dead() {
    return "DEAD." + name;
  }

  /** Where a message goes that nobody fetched within {@link #timeToLive}. */
  public String expired() {
    return "EXPIRED." + name;
  }
}
