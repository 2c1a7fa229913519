package org.currawong.domain;

import java.util.List;
import java.util.Objects;
import org.currawong.domain.delivery.Delivery;
import org.currawong.domain.delivery.DeliveryState;
import org.currawong.domain.delivery.SentReply;
import org.currawong.domain.incident.Incident;
import org.currawong.domain.incident.IncidentStatus;
import org.currawong.domain.people.Account;
import org.currawong.domain.power.PowerState;
import org.currawong.domain.report.Category;
import org.currawong.domain.report.Handling;
import org.currawong.domain.report.Report;
import org.currawong.domain.report.ReportStatus;

/** What each fact does to the state: no checks, for what is logged has happened. */
final class Applied {

  private Applied() {}

  static void apply(State s, Entry e) {
    switch (e.fact()) {
      case Fact.LogOpened f ->
          s.hub.put("hub", new HubInfo(f.hub(), f.epoch(), f.realm(), false, e.at(), f.keys()));
      case Fact.TailCut f -> {}
      case Fact.HubStarted f -> s.hub.put("hub", s.hub().serving());
      case Fact.HubStopped f -> {}
      case Fact.ReportReceived f -> received(s, e, f);
      case Fact.ReportAssessed f -> assessed(s, f);
      case Fact.ReportFiled f -> filed(s, f);
      case Fact.ReportSetAside f -> setAside(s, f);
      case Fact.ReportStatusChanged f -> s.putReport(s.report(f.report()).withStatus(f.status()));
      case Fact.ReportSeen f -> HandlingApplied.seen(s, e, f);
      case Fact.AnswerGiven f -> HandlingApplied.answered(s, e, f);
      case Fact.AnswerPassedOn f -> HandlingApplied.passedOn(s, e, f);
      case Fact.ReportPlaced f -> HandlingApplied.placed(s, f);
      case Fact.ReportHandedOver f -> HandlingApplied.handedOver(s, f);
      case Fact.IncidentsMerged f -> HandlingApplied.merged(s, f);
      case Fact.IncidentSplit f -> HandlingApplied.split(s, e, f);
      case Fact.AlarmAcknowledged f ->
          s.heard.put(f.alarm(), new State.Heard(f.alarm(), f.by(), e.at()));
      case Fact.IncidentOpened f -> opened(s, e, f);
      case Fact.IncidentStatusChanged f ->
          s.incidents.put(f.incident(), s.incident(f.incident()).withStatus(f.status()));
      case Fact.AlertDrafted f -> AlertsApplied.drafted(s, e, f);
      case Fact.AlertEdited f -> AlertsApplied.edited(s, e, f);
      case Fact.AlertSubmitted f -> AlertsApplied.submitted(s, e, f);
      case Fact.AlertRendered f -> AlertsApplied.rendered(s, e, f);
      case Fact.AlertRenderingFailed f -> AlertsApplied.back(s, e, f.alert(), f.reason());
      case Fact.AlertApproved f -> AlertsApplied.approved(s, e, f);
      case Fact.AlertRejected f -> AlertsApplied.back(s, e, f.alert(), f.reason());
      case Fact.AlertReleased f -> AlertsApplied.released(s, e, f);
      case Fact.AlertExpired f -> AlertsApplied.expired(s, e, f);
      case Fact.WithdrawalAsked f -> AlertsApplied.asked(s, e, f);
      case Fact.AlertWithdrawn f -> AlertsApplied.withdrawn(s, e, f);
      case Fact.WithdrawalDocumented f -> AlertsApplied.documented(s, e, f);
      case Fact.DeliveryAttempted f -> attempted(s, e, f);
      case Fact.DeliveryObserved f -> observed(s, e, f);
      case Fact.ReplyObserved f ->
          s.replies.put(
              f.reply(),
              new SentReply(f.reply(), f.report(), f.way(), f.state(), f.reason(), e.at()));
      case Fact.AccountAdded f ->
          s.putAccount(
              new Account(f.account(), f.roles(), f.secret(), f.founding(), false, f.by()));
      case Fact.AccountConfirmed f -> s.putAccount(s.account(f.account()).confirm());
      case Fact.AccountDisabled f -> s.putAccount(s.account(f.account()).disable());
      case Fact.PersonAdded f ->
          s.personKeys.put(f.person(), new State.PersonKey(f.person(), f.secret()));
      case Fact.PersonChanged f ->
          s.personKeys.put(f.person(), new State.PersonKey(f.person(), f.secret()));
      case Fact.DirectoryOpened f -> {}
      case Fact.NoteWritten f ->
          s.notes.put(
              f.note(),
              new Note(
                  f.note(), f.about(), f.happenedAt(), e.at(), f.by(), f.secret(), f.corrects()));
      case Fact.PowerChanged f ->
          s.power.put(f.ups(), new PowerState(f.ups(), f.rung(), f.words(), f.readings(), e.at()));
      case Fact.LogExported f -> {}
    }
  }

  private static void attempted(State s, Entry e, Fact.DeliveryAttempted f) {
    Delivery was = s.delivery(f.alert(), f.order(), f.recipient());
    int attempts = Math.max(f.attempt(), was == null ? 0 : was.attempts());
    // News of success may overtake the news that it was tried; it is not undone by it.
    boolean late = was != null && was.state().left();
    s.putDelivery(
        f.alert(),
        new Delivery(
            f.order(),
            f.way(),
            f.recipient(),
            late ? was.state() : DeliveryState.ATTEMPTED,
            late ? was.reason() : null,
            e.at(),
            attempts));
  }

  private static void observed(State s, Entry e, Fact.DeliveryObserved f) {
    Delivery was = s.delivery(f.alert(), f.order(), f.recipient());
    int attempts = was == null ? 0 : was.attempts();
    boolean tried = f.state().left() || f.state() == DeliveryState.ATTEMPTED;
    s.putDelivery(
        f.alert(),
        new Delivery(
            f.order(),
            f.way(),
            f.recipient(),
            f.state(),
            f.reason(),
            e.at(),
            tried ? Math.max(1, attempts) : attempts));
  }

  private static void received(State s, Entry e, Fact.ReportReceived f) {
    s.putReport(
        new Report(
            f.report(),
            e.n(),
            e.at(),
            f.via(),
            f.sender(),
            f.bodyDigest(),
            f.enteredBy(),
            f.secret(),
            null,
            null,
            null,
            null,
            new Sealed<>(f.secret().key(), List.of()),
            null,
            null,
            ReportStatus.RECEIVED,
            s.threadFor(f.sender(), e.at()),
            Handling.NONE));
  }

  private static void assessed(State s, Fact.ReportAssessed f) {
    Report r = s.report(f.report());
    // Erased words leave the open columns standing: a council still sees how urgent it was.
    Report now = r.assessed(f.language(), f.urgency(), f.category(), f.secret().body());
    s.putReport(now);
    if (now.incident() != null) {
      Incident i = s.incident(now.incident());
      s.incidents.put(i.id(), i.withNews(now.urgency(), now.receivedAt()));
    }
  }

  private static void filed(State s, Fact.ReportFiled f) {
    Report r = s.report(f.report());
    leave(s, r, f.incident());
    Incident i = s.incident(f.incident());
    boolean there = i.id().equals(r.incident());
    s.incidents.put(
        i.id(),
        there
            ? i.withNews(r.urgency(), r.receivedAt())
            : i.withReport(r.id(), r.urgency(), r.receivedAt()));
    s.putReport(r.inIncident(i.id()));
  }

  private static void setAside(State s, Fact.ReportSetAside f) {
    Report r = s.report(f.report());
    leave(s, r, null);
    s.putReport(r.setAside(f.reason()));
  }

  private static void leave(State s, Report r, String next) {
    if (r.incident() != null && !Objects.equals(r.incident(), next)) {
      s.incidents.put(r.incident(), s.incident(r.incident()).withoutReport(r.id()));
    }
  }

  private static void opened(State s, Entry e, Fact.IncidentOpened f) {
    s.incidents.put(f.incident(), fresh(f.incident(), e, f.secret(), f.category()));
  }

  static Incident fresh(String id, Entry e, Sealed<Incident.About> about, Category category) {
    return new Incident(
        id, e.n(), about, category, null, IncidentStatus.OPEN, List.of(), e.at(), e.at(), null);
  }
}
