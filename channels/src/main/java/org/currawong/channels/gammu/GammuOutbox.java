package org.currawong.channels.gammu;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.currawong.broker.WayOut;
import org.currawong.channels.gammu.OutboxName.Priority;
import org.currawong.domain.delivery.Order;
import org.currawong.domain.delivery.Recipient;

/**
 * SMS by gammu-smsd: a file for each part of each person's copy in its outbox. A copy is attempted
 * once its files lie there; {@link GammuWatch} sees what became of them.
 */
public final class GammuOutbox implements WayOut {

  private static final String NUMBER = "\\+[0-9]{5,15}";

  private final GammuFolders folders;
  private final InstantSource clock;
  private final Withdrawal withdrawal;
  private Instant second = Instant.MIN;
  private int serial;
  private Map<String, Set<Integer>> known;

  /**
   * @param clock its seconds order the files
   */
  public GammuOutbox(GammuFolders folders, InstantSource clock) {
    this.folders = folders;
    this.clock = clock;
    this.withdrawal = new Withdrawal(folders);
  }

  GammuFolders folders() {
    return folders;
  }

  /** What the files of one person's copy of one order are known by. */
  static String copy(String alert, String order, String recipient) {
    return OutboxName.copy(sentFor(alert, order), recipient);
  }

  private static String sentFor(String alert, String order) {
    return alert + " " + order;
  }

  @Override
  public Result deliver(Order order, Recipient recipient, StopSign stop) throws IOException {
    if (stop.stopped()) {
      return new Result.Stopped();
    }
    if (recipient.address() == null || !recipient.address().matches(NUMBER)) {
      return new Result.Failed("no telephone number", false);
    }
    List<String> texts = new String(order.bytes(), StandardCharsets.UTF_8).lines().toList();
    Priority priority = order.correction() ? Priority.CORRECTION : Priority.ALERT;
    String copy = copy(order.alert(), order.id(), recipient.id());
    if (put(priority, recipient.address(), copy, texts, stop)) {
      return new Result.Handed();
    }
    return takeBack(order.alert(), order.id(), recipient.id())
        ? new Result.Stopped()
        : new Result.Unknown();
  }

  /**
   * Puts every part that does not lie in one of the folders already.
   *
   * @return false if it was stopped before the last one
   */
  synchronized boolean put(
      Priority priority, String number, String copy, List<String> texts, StopSign stop)
      throws IOException {
    Set<Integer> there = known().computeIfAbsent(copy, c -> new HashSet<>());
    for (int part = 1; part <= texts.size(); part++) {
      if (stop.stopped()) {
        return false;
      }
      if (!there.contains(part)) {
        OutboxName name = name(priority, number, copy, part, texts.size());
        folders.put(name, GammuCodec.write(texts.get(part - 1)));
        there.add(part);
      }
    }
    return true;
  }

  /** Names ascend as they are made, whatever the clock does: the daemon keeps the order. */
  private OutboxName name(Priority priority, String number, String copy, int part, int parts) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    boolean next = now.isAfter(second);
    if (next || serial >= OutboxName.MOST_SERIAL) {
      second = next ? now : second.plusSeconds(1);
      serial = 0;
    }
    serial++;
    return OutboxName.of(priority, second, serial, number, copy, part, parts);
  }

  /** Which parts of which copies were put there, by earlier starts too; read when first needed. */
  private Map<String, Set<Integer>> known() throws IOException {
    if (known == null) {
      known = read();
    }
    return known;
  }

  private Map<String, Set<Integer>> read() throws IOException {
    Map<String, Set<Integer>> parts = new HashMap<>();
    for (Path folder : List.of(folders.outbox(), folders.sent(), folders.error())) {
      GammuFolders.ours(folder)
          .forEach(n -> parts.computeIfAbsent(n.copy(), c -> new HashSet<>()).add(n.part()));
    }
    return parts;
  }

  @Override
  public Evidence wasDone(Order order, Recipient recipient) throws IOException {
    long parts = new String(order.bytes(), StandardCharsets.UTF_8).lines().count();
    return evidence(copy(order.alert(), order.id(), recipient.id()), parts);
  }

  /** With some of its parts it goes on where it was cut short. */
  synchronized Evidence evidence(String copy, long parts) throws IOException {
    known = read();
    return known.getOrDefault(copy, Set.of()).size() == parts ? Evidence.HANDED : Evidence.NOT_DONE;
  }

  @Override
  public synchronized boolean takeBack(String alert, String order, String recipient)
      throws IOException {
    takeAway(alert, order);
    return takenBack().contains(copy(alert, order, recipient));
  }

  /** Takes every copy of an order that still waits out of the daemon's sight. */
  synchronized void takeAway(String alert, String order) throws IOException {
    withdrawal.sweep(OutboxName.order(sentFor(alert, order)));
  }

  /** The copies that were taken away and certainly never sent. */
  synchronized Set<String> takenBack() throws IOException {
    return withdrawal.whole();
  }
}
