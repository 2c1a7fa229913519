package org.currawong.channels;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.currawong.domain.Realm;
import org.currawong.domain.alert.AlertLevel;
import org.currawong.domain.alert.AlertStatus;
import org.currawong.domain.alert.AlertText;
import org.currawong.domain.alert.Area;
import org.currawong.domain.alert.Authority;
import org.currawong.domain.alert.CapMessage;
import org.currawong.domain.alert.Draft;
import org.currawong.domain.alert.Hazard;
import org.currawong.domain.alert.RenderInput;
import org.currawong.domain.alert.TextOrigin;
import org.currawong.domain.people.Person;

/** A flood alert of a fictional town, to be rendered. */
public final class Samples {

  public static final ZoneId ZONE = ZoneId.of("Australia/Sydney");
  public static final Instant AT = Instant.parse("2026-11-23T06:30:00Z");
  public static final String CHECK_WORDS = "legal winner thank year wave sausage worth useful";

  private Samples() {}

  public static Draft draft(AlertStatus status, AlertLevel level, String... languages) {
    return new Draft(
        status,
        Hazard.FLOOD,
        level,
        null,
        null,
        null,
        "Flood at Mill Creek",
        "The creek is over the low bridge and still rising.",
        "Move to higher ground now. Do not enter floodwater.",
        new Area(
            "Mill Creek",
            "from the weir to the low bridge",
            "-36.0,148.0 -36.0,148.1 -36.1,148.1 -36.0,148.0",
            null),
        AT,
        AT.plusSeconds(6 * 3600),
        AT.plusSeconds(3600),
        List.of(languages),
        Map.of("vi", vietnamese(), "es", spanish(), "ar", arabic()),
        null,
        null,
        null,
        level == AlertLevel.COMMUNITY_INFORMATION
            ? null
            : new Authority("State Emergency Service", "NSW-77", AT, "phone"));
  }

  private static AlertText vietnamese() {
    return new AlertText(
        "Lũ lụt tại Mill Creek",
        "Nước suối đã tràn qua cầu thấp và vẫn đang dâng.",
        "Hãy di chuyển ngay đến nơi cao hơn. Không đi vào nước lũ.",
        TextOrigin.PHRASE,
        null);
  }

  private static AlertText spanish() {
    return new AlertText(
        "Inundación en Mill Creek",
        "El arroyo cubre el puente bajo y sigue subiendo.",
        "Vaya ahora a un lugar más alto. No entre en el agua de la inundación.",
        TextOrigin.PHRASE,
        null);
  }

  private static AlertText arabic() {
    return new AlertText(
        "فيضان في Mill Creek", "", "انتقل إلى أرض مرتفعة الآن.", TextOrigin.PERSON, "u-3");
  }

  public static RenderInput live(String... languages) {
    return input(
        draft(AlertStatus.ACTUAL, AlertLevel.COMMUNITY_INFORMATION, languages), people(13));
  }

  public static RenderInput input(Draft draft, List<Person> people) {
    Realm realm = draft.status() == AlertStatus.ACTUAL ? Realm.LIVE : Realm.EXERCISE;
    return new RenderInput(
        "hub-1",
        "Mill Creek Hub",
        realm,
        false,
        "a-20261123-1",
        1,
        draft,
        new CapMessage("urn.currawong.hub-1.a-1.1", "Alert", AT, "cap.xml"),
        "hub@millcreek.example",
        List.of(),
        ZONE,
        people,
        "https://millcreek.example",
        CHECK_WORDS,
        2);
  }

  public static RenderInput demonstration(String... languages) {
    RenderInput live = live(languages);
    return new RenderInput(
        live.hubId(),
        live.hubName(),
        Realm.DEMO,
        true,
        live.alertId(),
        1,
        live.draft(),
        live.cap(),
        live.capSender(),
        List.of(),
        ZONE,
        live.recipients(),
        null,
        CHECK_WORDS,
        2);
  }

  public static RenderInput cancel(String... languages) {
    RenderInput live = live(languages);
    return new RenderInput(
        live.hubId(),
        live.hubName(),
        live.realm(),
        false,
        live.alertId(),
        1,
        live.draft(),
        new CapMessage(
            "urn.currawong.hub-1.a-1.2", "Cancel", AT.plusSeconds(600), "withdrawn.cap.xml"),
        live.capSender(),
        List.of("hub@millcreek.example,urn.currawong.hub-1.a-1.1,2026-11-23T06:30:00Z"),
        ZONE,
        live.recipients(),
        live.publicUrl(),
        CHECK_WORDS,
        2);
  }

  public static List<Person> people(int count) {
    List<Person> people = new ArrayList<>();
    String[] languages = {"en", "vi", "es"};
    String[] names = {"Anna Brook", "Trần Thị Hồng", "José Núñez", "Sam O'Neil", "Đặng Văn Phúc"};
    for (int i = 1; i <= count; i++) {
      people.add(
          new Person(
              "p" + i,
              names[i % names.length] + " " + i,
              String.format("+614000000%02d", i),
              languages[i % 3],
              List.of("north"),
              i % 5 == 0 ? "uses a wheelchair" : null,
              i + " Weir Road",
              i % 4 == 0 ? "+61255500001" : null));
    }
    return people;
  }
}
