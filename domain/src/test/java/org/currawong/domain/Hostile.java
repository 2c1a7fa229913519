package org.currawong.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.currawong.domain.alert.AlertLevel;
import org.currawong.domain.alert.AlertStatus;
import org.currawong.domain.alert.AlertText;
import org.currawong.domain.alert.Area;
import org.currawong.domain.alert.ArtefactRef;
import org.currawong.domain.alert.Authority;
import org.currawong.domain.alert.CapMessage;
import org.currawong.domain.alert.Draft;
import org.currawong.domain.alert.ReleaseDocument.WayOut;
import org.currawong.domain.alert.Unavailable;
import org.currawong.domain.alert.WithdrawalKind;
import org.currawong.domain.delivery.DeliveryState;
import org.currawong.domain.incident.IncidentStatus;
import org.currawong.domain.people.Account;
import org.currawong.domain.people.Person;
import org.currawong.domain.power.Rung;
import org.currawong.domain.report.Assessment;
import org.currawong.domain.report.Duty;
import org.currawong.domain.report.Handover;
import org.currawong.domain.report.Placed;
import org.currawong.domain.report.ReportBody;
import org.currawong.domain.report.ReportStatus;
import org.currawong.domain.report.Via;

/** Commands whose every field may be missing, blank, huge, absurd or an attack. */
final class Hostile {

  private static final String HUGE = "x".repeat(600_000);
  private static final List<String> STRINGS =
      Arrays.asList(
          null,
          "",
          " ",
          "a",
          "ana",
          "en",
          "|",
          "../../etc/passwd",
          "a|b|c",
          "\u0000",
          "\u202Egnp.exe",
          "\ud83c",
          "<script>alert(1)</script>",
          "CamelHttpUri",
          "x\",\"version\":2,\"y\":\"",
          "o1-audio.en",
          "command-line",
          "not urgent",
          "life-safety",
          "-35,149 -35,150 -36,150 -35,149",
          "NaN,NaN 1",
          HUGE);
  private static final List<Instant> TIMES =
      Arrays.asList(
          null,
          Instant.MIN,
          Instant.MAX,
          Instant.EPOCH,
          TestHub.START,
          TestHub.START.plus(Duration.ofHours(3)));
  private static final List<Double> DEGREES =
      Arrays.asList(null, 0.0, -35.0, 91.0, Double.NaN, Double.NEGATIVE_INFINITY);

  private final Random random;

  Hostile(Random random) {
    this.random = random;
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private <E extends Enum<E>> E any(Class<E> type) {
    int i = random.nextInt(type.getEnumConstants().length + 1);
    return i == 0 ? null : type.getEnumConstants()[i - 1];
  }

  private String s() {
    return one(STRINGS);
  }

  private Instant t() {
    return one(TIMES);
  }

  private <T> List<T> list(Supplier<T> each) {
    int n = random.nextInt(5) - 1;
    List<T> all = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      all.add(each.get());
    }
    return n < 0 ? null : all;
  }

  private <T> T maybe(Supplier<T> value) {
    return random.nextInt(8) == 0 ? null : value.get();
  }

  Actor actor() {
    Set<Role> roles = EnumSet.of(one(List.of(Role.values())), Role.COORDINATOR);
    return switch (random.nextInt(5)) {
      case 0 -> null;
      case 1 -> Actor.RESIDENT;
      case 2 -> Actor.part(random.nextBoolean() ? "command-line" : "renderers");
      default -> new Actor(s(), roles, s(), t(), s());
    };
  }

  Command command() {
    return switch (random.nextInt(39)) {
      case 0 -> new Command.NoteStart(s(), list(this::s));
      case 1 -> new Command.NoteStop(s());
      case 2 -> new Command.NoteTailCut(s(), random.nextLong());
      case 3 -> new Command.Tick();
      case 4 -> new Command.TakeReport(s(), any(Via.class), s(), s(), maybe(this::body));
      case 5 -> new Command.RecordAssessments(s(), list(this::assessment));
      case 6 -> new Command.ChangeReportStatus(s(), any(ReportStatus.class), s());
      case 7 -> new Command.OpenIncident(s(), s(), maybe(this::placed), list(this::s));
      case 8 -> new Command.FileReport(s(), s());
      case 9 -> new Command.ChangeIncidentStatus(s(), any(IncidentStatus.class), s());
      case 10 -> new Command.DraftAlert(s(), maybe(this::draft));
      case 11 -> new Command.EditAlert(s(), random.nextInt(3), maybe(this::draft));
      case 12 -> new Command.SubmitAlert(s());
      case 13 -> rendering();
      case 14 -> new Command.RecordRenderingFailure(s(), random.nextInt(3), s());
      case 15 -> new Command.ApproveAlert(s(), s(), s());
      case 16 -> new Command.RejectAlert(s(), s());
      case 17 -> new Command.WithdrawAlert(s(), any(WithdrawalKind.class), s());
      case 18 -> new Command.RecordWithdrawal(s(), s(), maybe(this::cap), list(this::ref));
      case 19 -> new Command.RecordAttempt(s(), s(), s(), s(), random.nextInt());
      case 20 -> new Command.RecordDelivery(s(), s(), s(), s(), any(DeliveryState.class), s());
      case 21 -> new Command.AddAccount(s(), roles(), maybe(() -> new Account.Login(s(), s())));
      case 22 -> new Command.ConfirmAccount(s());
      case 23 -> new Command.DisableAccount(s());
      case 24 -> new Command.AddPerson(maybe(this::person));
      case 25 -> new Command.ChangePerson(maybe(this::person));
      case 26 -> new Command.OpenDirectory(s());
      case 27 -> new Command.WriteNote(s(), s(), t(), s(), s());
      case 28 -> new Command.RecordPower(s(), any(Rung.class), list(this::s), readings());
      case 29 -> new Command.RecordExport(t(), t(), s(), List.of());
      case 30 -> new Command.SeeReport(s());
      case 31 -> new Command.GiveAnswer(s(), s(), s());
      case 32 -> new Command.PassOnAnswer(s(), s());
      case 33 -> new Command.PlaceReport(s(), maybe(this::placed));
      case 34 -> new Command.HandOverReport(s(), maybe(() -> new Handover(s(), s(), s())), t());
      case 35 -> new Command.MergeIncidents(s(), s());
      case 36 -> new Command.SplitIncident(s(), s(), s(), list(this::s));
      case 37 -> new Command.AcknowledgeAlarm(s());
      default -> null;
    };
  }

  private Set<Role> roles() {
    return switch (random.nextInt(3)) {
      case 0 -> null;
      case 1 -> Set.of();
      default -> Collections.singleton(any(Role.class));
    };
  }

  private Map<String, String> readings() {
    return switch (random.nextInt(3)) {
      case 0 -> null;
      case 1 -> Collections.singletonMap(s(), s());
      default -> Map.of();
    };
  }

  private ReportBody body() {
    return new ReportBody(s(), s(), s(), one(DEGREES), one(DEGREES), s(), s(), s(), t(), s(), s());
  }

  private Placed placed() {
    return new Placed(s(), one(DEGREES), one(DEGREES));
  }

  private Assessment assessment() {
    return maybe(() -> new Assessment(any(Duty.class), s(), maybe(this::placed), s(), s(), -1));
  }

  private Person person() {
    return new Person(s(), s(), s(), s(), list(this::s), s(), s(), s());
  }

  private CapMessage cap() {
    return new CapMessage(s(), s(), t(), s());
  }

  private ArtefactRef ref() {
    return maybe(() -> new ArtefactRef(s(), s(), random.nextLong(), s(), random.nextBoolean()));
  }

  private Command rendering() {
    return new Command.RecordRendering(
        s(),
        random.nextInt(3),
        s(),
        s(),
        maybe(this::cap),
        list(() -> maybe(() -> new WayOut(s(), -1, -1, s()))),
        list(this::ref),
        list(this::ref),
        list(() -> maybe(() -> new Unavailable(s(), s()))),
        ref());
  }

  /** A draft of which some fields are as they should be, so that it gets past the first checks. */
  Draft draft() {
    return Words.with(
        w -> {
          w.status = random.nextInt(6) == 0 ? any(AlertStatus.class) : AlertStatus.ACTUAL;
          w.level = any(AlertLevel.class);
          w.headline = mostly(w.headline);
          w.instruction = mostly(w.instruction);
          w.area = random.nextInt(6) == 0 ? new Area(s(), s(), s(), s()) : w.area;
          w.effective = random.nextInt(6) == 0 ? t() : null;
          w.expires = random.nextInt(6) == 0 ? t() : w.expires;
          w.nextUpdate = random.nextInt(6) == 0 ? t() : w.nextUpdate;
          w.languages = random.nextInt(6) == 0 ? list(this::s) : w.languages;
          w.channels = random.nextInt(6) == 0 ? list(this::s) : null;
          w.incident = random.nextInt(6) == 0 ? s() : null;
          w.authority = maybe(() -> new Authority(s(), s(), t(), s()));
          if (random.nextInt(6) == 0) {
            w.texts = new HashMap<>();
            w.texts.put("vi", maybe(() -> new AlertText(s(), s(), s(), null, s())));
          }
          if (random.nextInt(6) == 0) {
            w.sources = new HashMap<>();
            w.sources.put("headline", list(() -> list(this::s)));
          }
        });
  }

  private String mostly(String words) {
    return random.nextInt(6) == 0 ? s() : words;
  }
}
