package org.currawong.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.currawong.domain.alert.Alert;
import org.currawong.domain.alert.AlertLevel;
import org.currawong.domain.alert.AlertStatus;
import org.currawong.domain.alert.Area;
import org.currawong.domain.alert.Authority;
import org.currawong.domain.alert.Draft;
import org.currawong.domain.alert.WithdrawalKind;
import org.currawong.domain.delivery.DeliveryState;
import org.currawong.domain.delivery.OrderPlan;
import org.currawong.domain.people.Account;
import org.currawong.domain.report.Duty;
import org.currawong.domain.report.Handling;
import org.currawong.domain.report.Handover;
import org.currawong.domain.report.Placed;
import org.currawong.domain.report.ReportStatus;
import org.currawong.domain.report.Via;

/**
 * Picks what anybody might do next: often something that could succeed, often in the wrong state,
 * by the wrong person, with an old manifest, and now and then an attack.
 */
final class Walker {

  private static final List<String> PEOPLE =
      List.of("ana", "ben", "cleo", "dan", "rita", "carl", "adam", "new1", "new2");
  private static final Actor RENDERERS = Actor.part("renderers");

  private final TestHub hub;
  private final Random random;
  private final Hostile hostile;
  private String staleManifest;

  Walker(TestHub hub, Random random) {
    this.hub = hub;
    this.random = random;
    this.hostile = new Hostile(random);
  }

  /** A command and who gives it. */
  record Step(Command command, Actor by) {}

  Step next() {
    int kind = random.nextInt(100);
    if (kind < 5) {
      return new Step(hostile.command(), random.nextBoolean() ? hostile.actor() : somebody());
    }
    if (kind < 75) {
      return alertStep();
    }
    return kind < 92 ? reportStep() : peopleStep();
  }

  Duration time() {
    return switch (random.nextInt(200)) {
      case 0 -> Duration.ofHours(random.nextInt(20));
      case 1, 2, 3 -> Duration.ofMinutes(random.nextInt(40));
      default -> Duration.ofMillis(random.nextInt(20_000));
    };
  }

  Actor somebody() {
    String id = PEOPLE.get(random.nextInt(PEOPLE.size()));
    Account a = hub.state.account(id);
    Set<Role> roles = a == null ? Set.of(Role.COORDINATOR) : a.roles();
    Instant signedIn = hub.now.minusSeconds(random.nextInt(20) == 0 ? 400 : random.nextInt(290));
    String session = random.nextInt(25) == 0 ? "shared" : "s-" + id;
    String device = random.nextInt(6) == 0 ? "box" + random.nextInt(2) : null;
    return new Actor(id, roles, session, signedIn, device);
  }

  private <T> T one(Collection<T> of) {
    return new ArrayList<>(of).get(random.nextInt(of.size()));
  }

  private Step alertStep() {
    int alerts = hub.state.alerts().size();
    if (alerts == 0 || random.nextInt(8) == 0 && alerts < 150) {
      return new Step(new Command.DraftAlert("a" + alerts, draft()), somebody());
    }
    Alert a = aRecent();
    return switch (a.state()) {
      case DRAFT -> random.nextInt(4) == 0 ? anything(a) : new Step(submit(a), drafter(a));
      case SUBMITTED ->
          !a.rendered() && random.nextInt(4) > 0
              ? new Step(Renderings.of(hub.state, a.id()), RENDERERS)
              : random.nextInt(4) == 0 ? anything(a) : new Step(approve(a), somebody());
      case APPROVED -> random.nextInt(4) == 0 ? anything(a) : new Step(approve(a), somebody());
      case RELEASED, EXPIRED -> random.nextInt(3) == 0 ? anything(a) : delivery(a);
      case WITHDRAWN ->
          a.withdrawal().document() == null && random.nextBoolean()
              ? new Step(Renderings.withdrawal(hub.state, a.id()), RENDERERS)
              : random.nextBoolean() ? anything(a) : delivery(a);
    };
  }

  /** Mostly one of the newest, so that alerts get somewhere; sometimes an old one. */
  private Alert aRecent() {
    List<Alert> all = new ArrayList<>(hub.state.alerts());
    int back = random.nextInt(10) == 0 ? all.size() : Math.min(all.size(), 6);
    return all.get(all.size() - 1 - random.nextInt(back));
  }

  private Actor drafter(Alert a) {
    String id = one(a.drafters());
    Account account = hub.state.account(id);
    Set<Role> roles = account == null ? Set.of() : account.roles();
    return random.nextInt(5) == 0 ? somebody() : new Actor(id, roles, "s-" + id, hub.now, null);
  }

  private static Command submit(Alert a) {
    return new Command.SubmitAlert(a.id());
  }

  private Command approve(Alert a) {
    if (a.manifest() != null && random.nextInt(10) == 0) {
      staleManifest = a.manifest();
    }
    String manifest = random.nextInt(15) == 0 ? staleManifest : a.manifest();
    String name = a.draft().area() == null ? null : a.draft().area().name();
    return new Command.ApproveAlert(a.id(), manifest, random.nextInt(15) == 0 ? "wrong" : name);
  }

  private Step anything(Alert a) {
    return switch (random.nextInt(9)) {
      case 0 -> new Step(new Command.EditAlert(a.id(), a.version(), draft()), somebody());
      case 1 ->
          new Step(
              new Command.EditAlert(
                  a.id(), a.version(), Words.with(w -> w.status = a.draft().status())),
              somebody());
      case 2 -> new Step(submit(a), somebody());
      case 3 -> new Step(approve(a), somebody());
      case 4 -> new Step(new Command.RejectAlert(a.id(), "why"), somebody());
      case 5 ->
          new Step(new Command.RecordRenderingFailure(a.id(), a.version(), "broken"), RENDERERS);
      case 6 -> new Step(new Command.Tick(), Actor.part("clock"));
      default -> {
        WithdrawalKind kind = one(List.of(WithdrawalKind.values()));
        yield new Step(new Command.WithdrawAlert(a.id(), kind, "doubt"), somebody());
      }
    };
  }

  private Draft draft() {
    if (random.nextInt(10) == 0) {
      return hostile.draft();
    }
    return Words.with(
        w -> {
          w.status = random.nextInt(3) == 0 ? AlertStatus.EXERCISE : AlertStatus.ACTUAL;
          w.area = new Area("Río Flat " + random.nextInt(5), null, null, null);
          w.expires = hub.now.plus(Duration.ofHours(random.nextInt(30)));
          w.nextUpdate = hub.now.plus(Duration.ofHours(1));
          w.languages = random.nextBoolean() ? List.of("en") : List.of("vi", "en");
          if (random.nextInt(4) == 0) {
            w.level = AlertLevel.EMERGENCY_WARNING;
            w.authority = random.nextBoolean() ? new Authority("SES", "7", hub.now, "phone") : null;
          }
        });
  }

  private Step delivery(Alert a) {
    List<OrderPlan> plans = new ArrayList<>(DispatchPlan.release(a));
    if (a.withdrawal() != null) {
      plans.addAll(DispatchPlan.corrections(a, hub.state.deliveries(a.id())));
    }
    OrderPlan p = one(plans);
    String to =
        !p.recipients().isEmpty()
            ? p.recipients().getFirst()
            : p.way().equals("sms") ? "p" + random.nextInt(4) : "all";
    Command c =
        random.nextBoolean()
            ? new Command.RecordAttempt(a.id(), p.id(), p.way(), to, 1 + random.nextInt(3))
            : new Command.RecordDelivery(
                a.id(), p.id(), p.way(), to, one(List.of(DeliveryState.values())), "fixed words");
    return new Step(c, Actor.part("way-out"));
  }

  private Step reportStep() {
    int reports = hub.state.reports().size();
    if (reports == 0 || random.nextInt(3) == 0 && reports < 400) {
      String text = "text " + random.nextInt(20);
      Via via = random.nextBoolean() ? Via.SMS : Via.WEB;
      String sender = random.nextInt(3) == 0 ? null : via.word() + random.nextInt(9);
      return new Step(
          new Command.TakeReport(
              "r" + random.nextInt(reports + 2), via, sender, text, ReportRulesTest.body(text)),
          Actor.RESIDENT);
    }
    String report = one(hub.state.reports()).id();
    if (random.nextInt(3) == 0) {
      return new Step(handling(report), somebody());
    }
    String urgency =
        List.of("life-safety", "urgent", "ordinary", "none", "?").get(random.nextInt(5));
    String category = List.of("flood", "question", "other", "fire").get(random.nextInt(4));
    return switch (random.nextInt(6)) {
      case 0 ->
          new Step(
              new Command.ChangeReportStatus(report, one(List.of(ReportStatus.values())), "told"),
              somebody());
      case 1 ->
          hub.state.incidents().isEmpty()
              ? new Step(new Command.OpenIncident("i", "t", null, List.of(report)), somebody())
              : new Step(
                  new Command.FileReport(one(hub.state.incidents()).id(), report), somebody());
      default ->
          new Step(
              ReportRulesTest.answers(
                  report,
                  ReportRulesTest.says(Duty.URGENCY, urgency),
                  ReportRulesTest.says(Duty.CATEGORY, category)),
              Actor.part("inference-worker"));
    };
  }

  private Command handling(String report) {
    String incident = hub.state.incidents().isEmpty() ? "i" : one(hub.state.incidents()).id();
    String id = "x" + random.nextInt(300);
    return switch (random.nextInt(8)) {
      case 0 -> new Command.SeeReport(report);
      case 1, 2 -> new Command.GiveAnswer(report, id, "Go to the hall " + random.nextInt(3));
      case 3 -> {
        List<Handling.GivenAnswer> given = hub.state.report(report).handling().answers();
        yield new Command.PassOnAnswer(report, given.isEmpty() ? id : given.getLast().id());
      }
      case 4 ->
          new Command.PlaceReport(
              report, new Placed(null, -35.0 + random.nextInt(3), 149.0 + random.nextInt(3)));
      case 5 -> new Command.HandOverReport(report, new Handover("SES", "ref " + id, null), hub.now);
      case 6 ->
          new Command.MergeIncidents(
              incident, hub.state.incidents().isEmpty() ? "i" : one(hub.state.incidents()).id());
      default -> {
        List<String> in =
            hub.state.incident(incident) == null
                ? List.of(report)
                : hub.state.incident(incident).reports();
        yield new Command.SplitIncident(
            incident, "s" + random.nextInt(300), null, in.subList(0, in.size() / 2));
      }
    };
  }

  private Step peopleStep() {
    String id = PEOPLE.get(random.nextInt(PEOPLE.size()));
    Role role = one(List.of(Role.values()));
    return switch (random.nextInt(5)) {
      case 0, 1 -> new Step(TestHub.addAccount(id, role), somebody());
      case 2, 3 -> new Step(new Command.ConfirmAccount(id), somebody());
      default ->
          random.nextInt(12) == 0
              ? new Step(new Command.DisableAccount(id.startsWith("new") ? id : "new1"), somebody())
              : new Step(
                  new Command.WriteNote("n" + random.nextInt(50), null, null, "x", null),
                  somebody());
    };
  }
}
