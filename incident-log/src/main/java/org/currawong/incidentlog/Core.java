package org.currawong.incidentlog;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.currawong.domain.Actor;
import org.currawong.domain.Command;
import org.currawong.domain.Command.Lane;
import org.currawong.domain.Decider;
import org.currawong.domain.Decision;
import org.currawong.domain.Decision.Why;
import org.currawong.domain.Entry;
import org.currawong.domain.Intake;
import org.currawong.domain.Outstanding;
import org.currawong.domain.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer (HOUSE.md, section 3): decide → seal → write → one force → apply → publish →
 * answer. Readers and listeners see forced facts only; a caller is answered only after the force.
 */
public final class Core implements Intake, Closeable {

  /** Commands decided before one force: a second's flood of reports shares a few forces. */
  static final int MOST_PER_BATCH = 1_024;

  /** Kept for withdrawals, approvals and deliveries: hours of them, at some 1 KB each. */
  static final long DISK_RESERVE_BYTES = 64L * 1024 * 1024;

  /** How long stopping waits for listeners, seconds. */
  private static final long STOP_SECONDS = 10;

  private static final Logger LOG = LoggerFactory.getLogger(Core.class);

  private final IncidentLog incidents;
  private final SegmentedLog log;
  private final Deciding.Rule rule;
  private final InstantSource clock;
  private final CoreListener listener;
  private final Lanes lanes = new Lanes();
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final State published;
  private State tentative; // the writer thread's own
  private final Thread writer = new Thread(this::write, "core-writer");
  private final ExecutorService announcer =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("core-announcer").factory());
  private final ExecutorService answering = Executors.newVirtualThreadPerTaskExecutor();
  private final Upkeep upkeep;

  private Core(
      IncidentLog incidents, Deciding.Rule rule, InstantSource clock, CoreListener listener) {
    this.incidents = incidents;
    this.log = incidents.log();
    this.rule = rule;
    this.clock = clock;
    this.listener = listener;
    this.published = incidents.state();
    this.tentative = StateCopy.of(published);
    this.upkeep = new Upkeep(incidents, clock, () -> read(StateCopy::of));
  }

  /**
   * Starts the writer over an opened log.
   *
   * @param listener hears of each batch once it is forced
   */
  public static Core launch(
      IncidentLog incidents, Decider decider, InstantSource clock, CoreListener listener) {
    return launch(incidents, decider::decide, clock, listener);
  }

  static Core launch(
      IncidentLog incidents, Deciding.Rule rule, InstantSource clock, CoreListener listener) {
    Core core = new Core(incidents, rule, clock, listener);
    core.writer.start();
    core.upkeep.start();
    return core;
  }

  /**
   * Hands a command in. The answer comes on a thread of its own once the facts are on disk; {@code
   * UNAVAILABLE} if its lane is full, the disk is nearly full, or the log has stopped. It fails
   * only for a fault of ours, and then nothing was logged.
   */
  @Override
  public CompletableFuture<Decision> hand(Command command, Actor actor) {
    Job job = new Job(command, actor);
    if (!lanes.offer(job)) {
      job.answer()
          .complete(
              unavailable(
                  writer.isAlive()
                      ? "too much is waiting; try again in a moment"
                      : "the hub has stopped writing"));
    }
    return job.answer();
  }

  private static Decision unavailable(String reason) {
    return Decision.refused(Why.UNAVAILABLE, "", reason);
  }

  /** Looks at what is on disk. What {@code look} returns must be immutable; it must be quick. */
  public <T> T read(Function<State, T> look) {
    lock.readLock().lock();
    try {
      return look.apply(published);
    } finally {
      lock.readLock().unlock();
    }
  }

  /** False once a write has failed for good: the hub must be restarted. */
  public boolean healthy() {
    return writer.isAlive() && !log.failed();
  }

  /** The latest signed checkpoint, if there is one yet. */
  public Optional<Checkpoint> checkpoint() {
    return upkeep.latest();
  }

  private void write() {
    List<Job> jobs = List.of();
    try {
      do {
        jobs = jobs.isEmpty() ? lanes.take(MOST_PER_BATCH) : jobs;
        jobs = jobs.isEmpty() ? jobs : batch(jobs);
      } while (!jobs.isEmpty() || lanes.open());
    } catch (RuntimeException | Error e) {
      LOG.error("the writer stopped; restart the hub", e);
    } finally {
      lanes.close();
      refuseAll(jobs);
      refuseAll(lanes.take(Integer.MAX_VALUE));
    }
  }

  private void refuseAll(List<Job> jobs) {
    Decision refusal = unavailable("the hub is stopping");
    answer(jobs, refusal);
  }

  /** Takes as many as fit one batch; returns those that did not. */
  private List<Job> batch(List<Job> jobs) {
    List<Job> waiting = admitted(jobs);
    Deciding deciding = null;
    int decided = 0;
    while (deciding == null) {
      deciding = new Deciding(incidents.json(), rule, tentative, log.batch());
      Instant now = now();
      decided = 0;
      try {
        while (decided < waiting.size() && deciding.decide(waiting.get(decided), now)) {
          decided++;
        }
      } catch (Deciding.Spoilt e) {
        LOG.error("facts that the state does not take; nothing was written", e.getCause());
        waiting.remove(decided).answer().completeExceptionally(e.getCause());
        tentative = StateCopy.of(published);
        deciding = null; // once more without the culprit
      }
    }
    commit(deciding);
    return new ArrayList<>(waiting.subList(decided, waiting.size()));
  }

  /** Refuses reports before they eat what withdrawals will need. */
  private List<Job> admitted(List<Job> jobs) {
    if (log.failed()) {
      Decision stopped = unavailable("the log has stopped after a failed write; restart the hub");
      answer(jobs, stopped);
      return new ArrayList<>();
    }
    if (!nearlyFull()) {
      return new ArrayList<>(jobs);
    }
    Map<Boolean, List<Job>> byLane =
        jobs.stream().collect(Collectors.partitioningBy(j -> j.command().lane() == Lane.REPORTS));
    answer(byLane.get(true), unavailable("the disk is nearly full; free some space"));
    return new ArrayList<>(byLane.get(false));
  }

  private boolean nearlyFull() {
    try {
      return incidents.free() < DISK_RESERVE_BYTES;
    } catch (IOException e) {
      LOG.warn("can't tell how full the disk is: {}", e.getMessage());
      return false;
    }
  }

  /** By the wall clock, but never before the last entry. */
  private Instant now() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return now.isBefore(tentative.at()) ? tentative.at() : now;
  }

  private void commit(Deciding d) {
    try {
      log.append(d.batch());
    } catch (IOException e) {
      LOG.error("the log could not be written: {}", e.getMessage());
      Decision refusal = unavailable("the log could not be written");
      answer(d.answers().stream().map(Deciding.Answer::job).toList(), refusal);
      tentative = StateCopy.of(published);
      return;
    }
    List<Outstanding> outstanding = apply(d.entries());
    if (!d.entries().isEmpty()) {
      announcer.execute(() -> announce(d.entries(), outstanding));
    }
    List<Deciding.Answer> answers = d.answers();
    answering.execute(() -> answers.forEach(a -> a.job().answer().complete(a.decision())));
  }

  private List<Outstanding> apply(List<Entry> entries) {
    List<Outstanding> outstanding = new ArrayList<>();
    lock.writeLock().lock();
    try {
      for (Entry entry : entries) {
        published.apply(entry);
        outstanding.addAll(Outstanding.after(published, entry));
      }
    } finally {
      lock.writeLock().unlock();
    }
    return outstanding;
  }

  private void announce(List<Entry> entries, List<Outstanding> outstanding) {
    try {
      listener.forced(List.copyOf(entries), List.copyOf(outstanding));
    } catch (RuntimeException e) {
      LOG.error("a listener failed on entry {}", entries.getFirst().n(), e);
    }
  }

  /**
   * Callers go on on threads of their own; waking a thousand of them takes no part of the writer.
   */
  private void answer(List<Job> jobs, Decision decision) {
    answering.execute(() -> jobs.forEach(j -> j.answer().complete(decision)));
  }

  /** Takes nothing more, finishes what waits, signs a last checkpoint, closes the log. */
  @Override
  public void close() throws IOException {
    lanes.close();
    try {
      writer.join();
      announcer.shutdown();
      announcer.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    answering.close();
    upkeep.close();
    incidents.close();
  }
}
