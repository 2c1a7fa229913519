package org.currawong.console.calls;

import static org.currawong.domain.Role.ADMIN;
import static org.currawong.domain.Role.COORDINATOR;
import static org.currawong.domain.Role.COUNCIL;
import static org.currawong.domain.Role.RADIO;

import java.util.Set;
import org.currawong.domain.Entry;
import org.currawong.domain.Fact;
import org.currawong.domain.Json;
import org.currawong.domain.Role;

/**
 * That something changed: what kind, and the id of what it is about; never the words.
 *
 * @param n the entry's number
 * @param type the fact's name
 * @param id may be empty
 * @param roles who may know
 */
record Signal(long n, String type, String id, Set<Role> roles) {

  private static final Set<Role> ALL = Set.of(COORDINATOR, RADIO, COUNCIL, ADMIN);
  private static final Set<Role> REPORTS = Set.of(COORDINATOR, COUNCIL);
  private static final Set<Role> ALERTS = Set.of(COORDINATOR, RADIO, COUNCIL);
  private static final Set<Role> COORDINATORS = Set.of(COORDINATOR);
  private static final Set<Role> ACCOUNTS = Set.of(ADMIN, COORDINATOR);

  static Signal of(Entry e) {
    return switch (e.fact()) {
      case Fact.LogOpened f -> signal(e, "", ALL);
      case Fact.TailCut f -> signal(e, "", ALL);
      case Fact.HubStarted f -> signal(e, "", ALL);
      case Fact.HubStopped f -> signal(e, "", ALL);
      case Fact.ReportReceived f -> signal(e, f.report(), REPORTS);
      case Fact.ReportAssessed f -> signal(e, f.report(), REPORTS);
      case Fact.ReportFiled f -> signal(e, f.report(), REPORTS);
      case Fact.ReportSetAside f -> signal(e, f.report(), REPORTS);
      case Fact.ReportStatusChanged f -> signal(e, f.report(), REPORTS);
      case Fact.ReportSeen f -> signal(e, f.report(), REPORTS);
      case Fact.AnswerGiven f -> signal(e, f.report(), REPORTS);
      case Fact.AnswerPassedOn f -> signal(e, f.report(), REPORTS);
      case Fact.ReportPlaced f -> signal(e, f.report(), REPORTS);
      case Fact.ReportHandedOver f -> signal(e, f.report(), REPORTS);
      case Fact.IncidentsMerged f -> signal(e, f.incident(), COORDINATORS);
      case Fact.IncidentSplit f -> signal(e, f.incident(), COORDINATORS);
      case Fact.AlarmAcknowledged f -> signal(e, "", ALERTS);
      case Fact.IncidentOpened f -> signal(e, f.incident(), COORDINATORS);
      case Fact.IncidentStatusChanged f -> signal(e, f.incident(), COORDINATORS);
      case Fact.AlertDrafted f -> signal(e, f.alert(), ALERTS);
      case Fact.AlertEdited f -> signal(e, f.alert(), ALERTS);
      case Fact.AlertSubmitted f -> signal(e, f.alert(), ALERTS);
      case Fact.AlertRendered f -> signal(e, f.alert(), ALERTS);
      case Fact.AlertRenderingFailed f -> signal(e, f.alert(), ALERTS);
      case Fact.AlertApproved f -> signal(e, f.alert(), ALERTS);
      case Fact.AlertRejected f -> signal(e, f.alert(), ALERTS);
      case Fact.AlertReleased f -> signal(e, f.alert(), ALERTS);
      case Fact.AlertExpired f -> signal(e, f.alert(), ALERTS);
      case Fact.WithdrawalAsked f -> signal(e, f.alert(), ALERTS);
      case Fact.AlertWithdrawn f -> signal(e, f.alert(), ALERTS);
      case Fact.WithdrawalDocumented f -> signal(e, f.alert(), ALERTS);
      case Fact.DeliveryAttempted f -> signal(e, f.alert(), ALERTS);
      case Fact.DeliveryObserved f -> signal(e, f.alert(), ALERTS);
      case Fact.ReplyObserved f -> signal(e, f.report(), REPORTS);
      case Fact.AccountAdded f -> signal(e, f.account(), ACCOUNTS);
      case Fact.AccountConfirmed f -> signal(e, f.account(), ACCOUNTS);
      case Fact.AccountDisabled f -> signal(e, f.account(), ACCOUNTS);
      case Fact.PersonAdded f -> signal(e, f.person(), COORDINATORS);
      case Fact.PersonChanged f -> signal(e, f.person(), COORDINATORS);
      case Fact.DirectoryOpened f -> signal(e, "", COORDINATORS);
      case Fact.NoteWritten f -> signal(e, f.note(), Set.of(COORDINATOR, RADIO));
      case Fact.PowerChanged f -> signal(e, f.ups(), ALL);
      case Fact.LogExported f -> signal(e, "", Set.of(COUNCIL));
    };
  }

  private static Signal signal(Entry e, String id, Set<Role> roles) {
    return new Signal(e.n(), e.fact().getClass().getSimpleName(), id, roles);
  }

  boolean forRoles(Set<Role> own) {
    return own.stream().anyMatch(roles::contains);
  }

  /** As the stream carries it. */
  String text() {
    String data = Json.write(new Doc().put("n", n).put("id", id).fields());
    return "id: " + n + "\nevent: " + type + "\ndata: " + data + "\n\n";
  }
}
