package org.currawong.console;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import org.currawong.domain.Actor;
import org.currawong.domain.Board;
import org.currawong.domain.Command;
import org.currawong.domain.Decider;
import org.currawong.domain.Decision;
import org.currawong.domain.Entry;
import org.currawong.domain.Fact;
import org.currawong.domain.Intake;
import org.currawong.domain.Outstanding;
import org.currawong.domain.Realm;
import org.currawong.domain.Rules;
import org.currawong.domain.State;
import org.currawong.domain.alert.Artefact;
import org.currawong.domain.phrase.PhraseBank;
import org.currawong.domain.phrase.WayLimits;

/** The real rules and the real state over a list in memory, with one writer thread. */
final class MemoryCore implements Intake, Board, Entries, AutoCloseable {

  static final ZoneId ZONE = ZoneId.of("Australia/Sydney");
  static final WayLimits LIMITS =
      new WayLimits(PhraseBank.shipped(), "Wattle Bend hub", null, ZONE, false);

  private final State state = new State();
  private final Decider decider =
      new Decider(
          new Rules(
              Set.of("radio", "print", "cap", "sms", "mesh", "rds"), PhraseBank.shipped(), LIMITS));
  private final ExecutorService writer = Executors.newSingleThreadExecutor();
  private final ExecutorService answers = Executors.newSingleThreadExecutor();
  private final List<Consumer<Entry>> listeners = new CopyOnWriteArrayList<>();
  private final InstantSource clock;
  private final Map<String, byte[]> bytes = new HashMap<>();
  final List<Entry> log = new ArrayList<>();
  private volatile boolean broken;

  MemoryCore(Realm realm, InstantSource clock) {
    this.clock = clock;
    append(new Fact.LogOpened(1, "hub-1", 1, realm, List.of()), clock.instant());
  }

  /** From now on nothing can be written. */
  void breakDisk() {
    broken = true;
  }

  @Override
  public CompletionStage<Decision> hand(Command command, Actor actor) {
    CompletableFuture<Decision> answer = new CompletableFuture<>();
    writer.execute(
        () -> {
          Decision decision = decided(command, actor);
          answers.execute(() -> answer.complete(decision));
        });
    return answer;
  }

  private Decision decided(Command command, Actor actor) {
    if (broken) {
      return Decision.refused(Decision.Why.UNAVAILABLE, "log", "the log can't be written");
    }
    List<Outstanding> work = new ArrayList<>();
    Decision decision;
    synchronized (state) {
      Instant now = clock.instant();
      decision = decider.decide(state, command, actor, now);
      for (Fact fact : decision.toLog()) {
        work.addAll(Outstanding.after(state, append(fact, now)));
      }
    }
    work.forEach(this::carryOut);
    return decision;
  }

  private void carryOut(Outstanding work) {
    switch (work) {
      case Outstanding.Render r -> hand(FewForms.rendering(this, r.alert()), Actor.part("core"));
      case Outstanding.DocumentWithdrawal w ->
          hand(FewForms.withdrawal(this, w.alert()), Actor.part("core"));
      case Outstanding.Assess a -> {}
      case Outstanding.Advise a -> {}
      case Outstanding.Send s -> {}
      case Outstanding.SendReply r -> {}
      case Outstanding.Stop s -> {}
    }
  }

  private Entry append(Fact fact, Instant at) {
    String before = log.isEmpty() ? "0".repeat(64) : log.getLast().hash();
    String hash = Artefact.sha256((before + fact).getBytes(StandardCharsets.UTF_8));
    Entry entry = new Entry(log.size() + 1L, at, hash, fact);
    log.add(entry);
    state.apply(entry);
    listeners.forEach(l -> l.accept(entry));
    return entry;
  }

  void keep(String alert, Artefact artefact) {
    synchronized (bytes) {
      bytes.put(alert + "/" + artefact.name(), artefact.bytes());
    }
  }

  byte[] kept(String alert, String name) {
    synchronized (bytes) {
      return bytes.get(alert + "/" + name);
    }
  }

  @Override
  public <T> T read(Function<State, T> question) {
    synchronized (state) {
      return question.apply(state);
    }
  }

  @Override
  public Runnable subscribe(Consumer<Entry> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public void close() {
    writer.shutdownNow();
    answers.shutdownNow();
  }
}
