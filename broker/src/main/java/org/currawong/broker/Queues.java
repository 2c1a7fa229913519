package org.currawong.broker;

import static org.currawong.broker.HubQueue.Keeping.DERIVED;
import static org.currawong.broker.HubQueue.Keeping.LAST_VALUE;
import static org.currawong.broker.HubQueue.Keeping.PERSISTENT;
import static org.currawong.broker.Right.CONSUME;
import static org.currawong.broker.Right.SEND;

import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The table of queues and rights (HOUSE.md section 3). A queue that is not here does not exist; a
 * right that is not here is denied.
 *
 * <p>Every realm has orders and stops of its own, so that an exercise can never be read by a live
 * way out.
 */
public final class Queues {
  /** The duty, for its queue of jobs, of a model that is asked after the rules have answered. */
  public static final String MODEL = "model";

  /** Memory for one inbound queue: about 16,000 reports of 4 KB waiting for a stalled core. */
  static final long INBOUND_BYTES = 64L << 20;

  /** Memory for one derived queue: the log publishes again what did not fit. */
  static final long DERIVED_BYTES = 32L << 20;

  /** Memory for the last values: a few small messages. */
  static final long STATE_BYTES = 1L << 20;

  /** What came from outside is tried this often; then a person looks at it. */
  static final int INBOUND_DELIVERIES = 10;

  /** What the log can publish again is given up sooner. */
  static final int DERIVED_DELIVERIES = 3;

  /** A job older than this helps nobody: the built-in rungs have answered long ago. */
  static final Duration JOB_LIFE = Duration.ofHours(1);

  /** Orders and stops carry their own end, and wait for a cut link; this only bounds the queue. */
  static final Duration ORDER_LIFE = Duration.ofDays(2);

  private static final Duration FOR_EVER = Duration.ZERO;
  private static final Pattern WORD = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

  private final Map<String, HubQueue> table = new LinkedHashMap<>();

  private Queues() {}

  /**
   * The table for one process.
   *
   * @param duties names of inference duties, each with a queue of jobs
   * @param realms names of realms (live, exercise, test, demo)
   * @param ways ways in and out by name, and the party that serves each
   * @throws IllegalArgumentException if a name is not 1 to 32 of {@code a-z 0-9 -}
   */
  public static Queues of(
      Collection<String> duties, Collection<String> realms, Map<String, Party> ways) {
    Queues queues = new Queues();
    queues.addInbound();
    new TreeSet<>(duties).forEach(queues::addJobs);
    for (String realm : new TreeSet<>(realms)) {
      ways.forEach((way, party) -> queues.addOrders(realm, way, party));
    }
    ways.forEach(queues::addReplies);
    queues.addState();
    return queues;
  }

  private void addInbound() {
    inbound("REPORTS", Party.CHANNELS, Party.SITE);
    inbound("ASSESSED", Party.INFERENCE);
    inbound("DELIVERIES", Party.CHANNELS, Party.RADIO, Party.HARDWARE, Party.SITE);
    inbound("REPLIED", Party.CHANNELS, Party.SITE);
    inbound("POWER", Party.HARDWARE, Party.SITE);
  }

  private void inbound(String name, Party... senders) {
    Map<Party, Set<Right>> rights = new EnumMap<>(Party.class);
    rights.put(Party.CORE, EnumSet.of(CONSUME));
    for (Party sender : senders) {
      rights.put(sender, EnumSet.of(SEND));
    }
    add(new HubQueue(name, PERSISTENT, FOR_EVER, INBOUND_BYTES, INBOUND_DELIVERIES, rights));
  }

  private void addJobs(String duty) {
    derived("JOBS." + word(duty), JOB_LIFE, Party.INFERENCE);
  }

  private void addOrders(String realm, String way, Party reader) {
    derived("ORDERS." + word(realm) + "." + word(way), ORDER_LIFE, reader);
    derived("STOP." + word(realm) + "." + word(way), ORDER_LIFE, reader);
  }

  private void addReplies(String way, Party reader) {
    derived("REPLIES." + word(way), ORDER_LIFE, reader);
  }

  private void derived(String name, Duration life, Party reader) {
    Map<Party, Set<Right>> rights = new EnumMap<>(Party.class);
    rights.put(reader, EnumSet.of(CONSUME));
    rights.merge(Party.CORE, EnumSet.of(SEND), Queues::both);
    add(new HubQueue(name, DERIVED, life, DERIVED_BYTES, DERIVED_DELIVERIES, rights));
  }

  private static Set<Right> both(Set<Right> one, Set<Right> other) {
    Set<Right> all = EnumSet.copyOf(one);
    all.addAll(other);
    return all;
  }

  private void addState() {
    Map<Party, Set<Right>> rights = new EnumMap<>(Party.class);
    for (Party party : Party.values()) {
      rights.put(party, EnumSet.of(CONSUME));
    }
    rights.put(Party.CORE, EnumSet.of(SEND, CONSUME));
    add(new HubQueue("STATE", LAST_VALUE, FOR_EVER, STATE_BYTES, DERIVED_DELIVERIES, rights));
  }

  private void add(HubQueue queue) {
    table.put(queue.name(), queue);
  }

  private static String word(String name) {
    if (!WORD.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "A queue's name is made of 1 to 32 of a-z, 0-9 and -, not '" + name + "'.");
    }
    return name;
  }

  /** Every queue, inbound first. */
  public Collection<HubQueue> all() {
    return java.util.Collections.unmodifiableCollection(table.values());
  }

  /**
   * A queue by its name.
   *
   * @throws IllegalArgumentException if the table has none of that name
   */
  public HubQueue named(String name) {
    HubQueue queue = table.get(name);
    if (queue == null) {
      throw new IllegalArgumentException("There is no queue '" + name + "' in the table.");
    }
    return queue;
  }

  /** Whether there is a queue of jobs for this duty. */
  public boolean has(String duty) {
    return table.containsKey("JOBS." + duty);
  }

  /** Reports from ways in, to the core. */
  public HubQueue reports() {
    return named("REPORTS");
  }

  /** Answers of inference workers, to the core. */
  public HubQueue assessed() {
    return named("ASSESSED");
  }

  /** What became of each order, to the core. */
  public HubQueue deliveries() {
    return named("DELIVERIES");
  }

  /** What became of receipts and answers, to the core. */
  public HubQueue replied() {
    return named("REPLIED");
  }

  /** Readings of power monitors, to the core. */
  public HubQueue power() {
    return named("POWER");
  }

  /** The newest power state, hub time and revocations, to every part. */
  public HubQueue state() {
    return named("STATE");
  }

  /** Jobs of one inference duty. */
  public HubQueue jobs(String duty) {
    return named("JOBS." + duty);
  }

  /** Orders of one realm for one way out. */
  public HubQueue orders(String realm, String way) {
    return named("ORDERS." + realm + "." + way);
  }

  /** Withdrawals of one realm for one way out; never behind its orders. */
  public HubQueue stop(String realm, String way) {
    return named("STOP." + realm + "." + way);
  }

  /** Receipts and personal answers that leave by one way. */
  public HubQueue replies(String way) {
    return named("REPLIES." + way);
  }
}
