package org.currawong.channels.gammu;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.currawong.broker.Handover;
import org.currawong.broker.ReportSink;
import org.currawong.channels.gammu.InboxFolder.Message;
import org.currawong.channels.people.PhoneNumbers;
import org.currawong.domain.delivery.CarrierState;
import org.currawong.domain.report.ReportBody;
import org.currawong.domain.report.Via;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Texts as reports. A file stays in gammu-smsd's inbox until the report is in the log: it is handed
 * over under an id made from its name and bytes, again if need be, and removed once the core has
 * it. So nothing is lost wherever a crash comes between, and nothing is taken twice.
 */
public final class GammuInbox {

  /** How long a message waits for a part that should be there: nobody in danger waits longer. */
  static final Duration GAP_WAIT = Duration.ofSeconds(30);

  /** What the core has not got by then is handed over once more. */
  static final Duration AGAIN = Duration.ofSeconds(60);

  /** Handed over and not yet in the log: the rest of a flood waits as files. */
  static final int MOST_WAITING = 256;

  private static final String QUEUE_DOWN = "the queue of reports is full or down";

  private static final Logger LOG = LoggerFactory.getLogger(GammuInbox.class);

  private final InboxFolder folder;
  private final Reception reception;
  private final ReportSink reports;
  private final InstantSource clock;
  private final SenderLimit limit;
  private final Map<String, Waiting> waiting = new HashMap<>();
  private final Set<String> blocked = new HashSet<>();
  private volatile CarrierState state = CarrierState.STARTING;

  private record Waiting(String report, List<InboxName> files, Instant handed) {}

  /**
   * @param inbox gammu-smsd's {@code InboxPath}
   * @param perMinute messages that one sender may hand in each minute; what is more waits
   */
  public GammuInbox(
      Path inbox, Reception reception, ReportSink reports, InstantSource clock, int perMinute) {
    this.folder = new InboxFolder(inbox);
    this.reception = reception;
    this.reports = reports;
    this.clock = clock;
    this.limit = new SenderLimit(perMinute);
  }

  /** How it was at the last look. */
  public CarrierState state() {
    return state;
  }

  /** Looks once. What fails is said by {@link #state} and tried again at the next look. */
  public void poll() {
    try {
      String fault = folder.fault();
      state = fault == null ? look(clock.instant()) : CarrierState.down(fault);
    } catch (IOException | RuntimeException e) {
      state = CarrierState.degraded("the inbox can't be read: " + e.getClass().getSimpleName());
      LOG.warn("gammu-smsd's inbox: {}", e.toString());
    }
  }

  private CarrierState look(Instant now) throws IOException {
    settle();
    List<Message> settled = folder.settled(now);
    blocked.retainAll(settled.stream().map(Message::id).toList());
    boolean taken = true;
    for (Message message : settled) {
      taken = taken && (!due(message, now) || take(message, now));
    }
    return judged().and(taken ? CarrierState.UP : CarrierState.degraded(QUEUE_DOWN));
  }

  private CarrierState judged() throws IOException {
    int aside = folder.countAside();
    CarrierState here =
        blocked.isEmpty()
            ? CarrierState.UP
            : CarrierState.degraded(
                "messages that this account can't read or move: " + blocked.size());
    return aside == 0
        ? here
        : here.and(
            CarrierState.degraded(
                "files that could not be read: " + aside + ", see " + folder.aside()));
  }

  private boolean due(Message message, Instant now) {
    Waiting handed = waiting.get(message.id());
    boolean again = handed == null || handed.handed().plus(AGAIN).isBefore(now);
    return again && (!message.gap() || message.since().plus(GAP_WAIT).isBefore(now));
  }

  /** Removes what the core has. */
  private void settle() throws IOException {
    for (Iterator<Waiting> all = waiting.values().iterator(); all.hasNext(); ) {
      Waiting w = all.next();
      if (reception.holds(w.report())) {
        folder.remove(w.files());
        all.remove();
      }
    }
  }

  /**
   * One message; whatever is wrong with it stops no other.
   *
   * @return false if the queue of reports takes nothing, so that the others must wait too
   */
  private boolean take(Message message, Instant now) {
    try {
      List<GammuCodec.Part> parts = folder.read(message);
      switch (GammuCodec.read(parts)) {
        case GammuCodec.Malformed bad -> setAside(message, bad.why());
        case GammuCodec.Read text -> {
          return handOver(message, text, parts, now);
        }
      }
    } catch (IOException e) {
      if (blocked.add(message.id())) {
        LOG.warn("A message of {} can't be taken: {}", time(message), e.getClass().getSimpleName());
      }
    }
    return true;
  }

  private void setAside(Message message, String why) throws IOException {
    folder.setAside(message);
    LOG.warn("A message of {} was set aside: {}", time(message), why);
  }

  /** The name holds a number: the log says only when it came. */
  private static String time(Message message) {
    return message.id().replaceFirst("^IN(\\d+_\\d+)_.*$", "$1");
  }

  private boolean handOver(
      Message message, GammuCodec.Read text, List<GammuCodec.Part> parts, Instant now)
      throws IOException {
    String report = reception.report("sms " + message.id() + " " + digest(parts));
    if (reception.holds(report)) {
      folder.remove(message.files());
      return true;
    }
    String sender = sender(text.sender());
    String pseudonym = reception.pseudonym(sender);
    boolean again = waiting.containsKey(message.id());
    if (!again && (waiting.size() >= MOST_WAITING || !limit.take(pseudonym, now))) {
      return true;
    }
    try {
      reports.send(new Handover(report, Via.SMS, pseudonym, body(report, sender, text, parts)));
      waiting.put(message.id(), new Waiting(report, message.files(), now));
      return true;
    } catch (Exception e) {
      LOG.warn("{}: {}", QUEUE_DOWN, e.toString());
      return false;
    }
  }

  private ReportBody body(
      String report, String sender, GammuCodec.Read text, List<GammuCodec.Part> parts) {
    return new ReportBody(
        text.text(),
        null,
        null,
        null,
        null,
        null,
        sender,
        null,
        null,
        reception.receipt(report),
        raw(parts));
  }

  /** A number in its international form; a word as it is, such as a shop's name. */
  private static String sender(String given) {
    Optional<String> number =
        given.matches("\\+?[0-9]{4,15}") ? PhoneNumbers.normalised(given) : Optional.empty();
    return number.orElse(given.isBlank() ? "unknown" : given);
  }

  private static String raw(List<GammuCodec.Part> parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    parts.forEach(p -> all.writeBytes(p.bytes()));
    return Base64.getEncoder().encodeToString(all.toByteArray());
  }

  /** The daemon may give another message the same name once the first is gone. */
  private static String digest(List<GammuCodec.Part> parts) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (GammuCodec.Part p : parts) {
        sha.update(
            (p.name().part() + " " + p.bytes().length + "\n").getBytes(StandardCharsets.UTF_8));
        sha.update(p.bytes());
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
