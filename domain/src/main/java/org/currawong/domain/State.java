package org.currawong.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.currawong.domain.alert.Alert;
import org.currawong.domain.delivery.Delivery;
import org.currawong.domain.delivery.SentReply;
import org.currawong.domain.incident.Incident;
import org.currawong.domain.people.Account;
import org.currawong.domain.people.Person;
import org.currawong.domain.power.PowerState;
import org.currawong.domain.report.Report;
import org.currawong.domain.report.ReportBody;

/**
 * All that the log says, folded together. Changed by {@link #apply} alone; not thread-safe: the
 * core guards it. Everything handed out is immutable.
 */
public final class State {

  private long n;
  private Instant at = Instant.EPOCH;
  private String head = "0".repeat(64);

  final Table<HubInfo> hub = new Table<>("hub", HubInfo.class);
  final Table<Report> reports = new Table<>("reports", Report.class);
  final Table<Incident> incidents = new Table<>("incidents", Incident.class);
  final Table<Alert> alerts = new Table<>("alerts", Alert.class);
  final Table<Delivery> deliveries = new Table<>("deliveries", Delivery.class);
  final Table<SentReply> replies = new Table<>("replies", SentReply.class);
  final Table<Account> accounts = new Table<>("accounts", Account.class);
  final Table<PersonKey> personKeys = new Table<>("person-keys", PersonKey.class);
  final Table<PowerState> power = new Table<>("power", PowerState.class);
  final Table<Note> notes = new Table<>("notes", Note.class);
  final Table<Heard> heard = new Table<>("alarms-heard", Heard.class);

  private final Map<String, String> reportByReceipt = new HashMap<>();
  private final Threads threads = new Threads();
  private final Map<String, String> accountByName = new HashMap<>();
  private final Map<String, Set<String>> deliveriesByAlert = new HashMap<>();

  /** Under which key a person's words are sealed. */
  public record PersonKey(String person, Sealed<Person> secret) {}

  /** Who first said that an alarm was heard. */
  public record Heard(String alarm, String by, Instant at) {}

  /** Number of the last entry applied; 0 before the first. */
  public long n() {
    return n;
  }

  /** Time of the last entry applied. */
  public Instant at() {
    return at;
  }

  /** Chain hash of the last entry applied, 64 hex digits. */
  public String head() {
    return head;
  }

  /** The hub, or {@code null} before {@code LogOpened}. */
  public HubInfo hub() {
    return hub.get("hub");
  }

  public Report report(String id) {
    return reports.get(id);
  }

  /** In the order received. */
  public Collection<Report> reports() {
    return reports.all();
  }

  public Optional<Report> reportByReceipt(String receipt) {
    return Optional.ofNullable(reports.get(reportByReceipt.get(receipt)));
  }

  /**
   * The reports of one sender's thread, the first of them included, in the order received.
   *
   * @param r any of them
   */
  public List<Report> thread(Report r) {
    return threads.of(r.threadHead()).stream().map(reports::get).toList();
  }

  public Incident incident(String id) {
    return incidents.get(id);
  }

  public Collection<Incident> incidents() {
    return incidents.all();
  }

  public Alert alert(String id) {
    return alerts.get(id);
  }

  public Collection<Alert> alerts() {
    return alerts.all();
  }

  /** The last known state of each copy of an alert, corrections included. */
  public List<Delivery> deliveries(String alert) {
    return deliveriesByAlert.getOrDefault(alert, Set.of()).stream().map(deliveries::get).toList();
  }

  /** One recipient's copy by one order, or {@code null}. */
  public Delivery delivery(String alert, String order, String recipient) {
    return deliveries.get(deliveryKey(alert, order, recipient));
  }

  private static String deliveryKey(String alert, String order, String recipient) {
    return alert + '|' + order + '|' + recipient;
  }

  /** What became of a receipt or an answer; {@code null} while it is still to be sent. */
  public SentReply reply(String id) {
    return replies.get(id);
  }

  /** Every receipt and answer that was settled, in the order of the first news. */
  public Collection<SentReply> replies() {
    return replies.all();
  }

  public Account account(String id) {
    return accounts.get(id);
  }

  /** The account that signs in under {@code name}; names are unique while not disabled. */
  public Optional<Account> accountByName(String name) {
    return Optional.ofNullable(accounts.get(accountByName.get(name)));
  }

  public Collection<Account> accounts() {
    return accounts.all();
  }

  /** The directory; people whose key was destroyed are not in it. */
  public List<Person> people() {
    return personKeys.all().stream()
        .map(k -> k.secret().body())
        .filter(java.util.Objects::nonNull)
        .toList();
  }

  public Optional<Person> person(String id) {
    PersonKey k = personKeys.get(id);
    return k == null ? Optional.empty() : k.secret().open();
  }

  public Collection<PowerState> power() {
    return power.all();
  }

  public Collection<Note> notes() {
    return notes.all();
  }

  /** One note of the decision log, or {@code null}. */
  public Note note(String id) {
    return notes.get(id);
  }

  /** Who said that this alarm was heard, or {@code null} while it still sounds. */
  public Heard heard(String alarm) {
    return heard.get(alarm);
  }

  /** Every table, for snapshots. */
  public List<Table<?>> tables() {
    return List.of(
        hub,
        reports,
        incidents,
        alerts,
        deliveries,
        replies,
        accounts,
        personKeys,
        power,
        notes,
        heard);
  }

  /** Takes in one entry. Entries come in order, each once. */
  public void apply(Entry e) {
    if (e.n() != n + 1) {
      throw new IllegalStateException("entry " + e.n() + " after " + n);
    }
    n = e.n();
    at = e.at();
    head = e.hash();
    Applied.apply(this, e);
  }

  /** For snapshots: puts back one row as {@link #tables} gave it. */
  public <T> void restore(Table<T> table, String id, T row) {
    table.put(id, row);
    index(row, id);
  }

  /** For snapshots: after the last {@link #restore}, where the log stands. */
  public void restoredAt(long entry, Instant time, String hash) {
    n = entry;
    at = time;
    head = hash;
  }

  void putReport(Report r) {
    reports.put(r.id(), r);
    index(r, r.id());
  }

  void putAccount(Account a) {
    accounts.put(a.id(), a);
    index(a, a.id());
  }

  void putDelivery(String alert, Delivery d) {
    String key = deliveryKey(alert, d.order(), d.recipient());
    deliveries.put(key, d);
    index(d, key);
  }

  /** The first report of the thread that a report of this sender joins, or {@code null}. */
  String threadFor(String sender, Instant receivedAt) {
    return threads.joined(sender, receivedAt);
  }

  private void index(Object row, String key) {
    switch (row) {
      case Report r -> {
        r.secret()
            .open()
            .map(ReportBody::receipt)
            .ifPresent(receipt -> reportByReceipt.put(receipt, key));
        threads.add(r);
      }
      case Account a -> a.login().open().ifPresent(login -> accountByName.put(login.name(), key));
      case Delivery d ->
          deliveriesByAlert
              .computeIfAbsent(key.substring(0, key.indexOf('|')), k -> new LinkedHashSet<>())
              .add(key);
      default -> {}
    }
  }

  /** Alerts that residents may see now. */
  public Stream<Alert> released() {
    return alerts.all().stream()
        .filter(a -> a.state() == org.currawong.domain.alert.AlertState.RELEASED);
  }
}
