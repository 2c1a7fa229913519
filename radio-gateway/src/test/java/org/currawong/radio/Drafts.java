package org.currawong.radio;

import java.time.Instant;
import java.time.ZoneId;
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

/** Alerts for the tests: a flood in a town of our own. */
final class Drafts {

  static final Instant SENT = Instant.parse("2026-11-23T05:10:00Z");

  String headline = "The Tarrow River is over Wharf Street.";
  String description = "Water is rising 10 cm an hour. The gauge at Mill Bridge reads 7.2 m.";
  String instruction = "Move to higher ground now. Do not enter floodwater.";
  String place = "Lower Lantern Bend";
  String hubName = "Lantern Bend Hub";
  String boundary = "everything between Mill St and the river";
  AlertLevel level = AlertLevel.COMMUNITY_INFORMATION;
  AlertStatus status = AlertStatus.ACTUAL;
  Authority authority;
  Realm realm = Realm.LIVE;
  boolean demonstration;
  Instant nextUpdate = SENT.plusSeconds(7200);

  RenderInput input() {
    return new RenderInput(
        "hub-1",
        hubName,
        realm,
        demonstration,
        "a1",
        1,
        draft(),
        new CapMessage("currawong-a1-1", "Alert", SENT, "cap.xml"),
        "currawong@lantern.example",
        List.of(),
        ZoneId.of("Australia/Sydney"),
        List.of(),
        "https://hub.lantern.example",
        "one two three four five six seven eight",
        3);
  }

  private Draft draft() {
    AlertText vi =
        new AlertText(
            "Lũ lụt tại Lower Lantern Bend.",
            null,
            "Hãy di chuyển ngay đến nơi cao hơn.",
            TextOrigin.PHRASE,
            null);
    return new Draft(
        status,
        Hazard.FLOOD,
        level,
        null,
        null,
        null,
        headline,
        description,
        instruction,
        new Area(place, boundary, null, null),
        null,
        SENT.plusSeconds(6 * 3600),
        nextUpdate,
        List.of("en", "vi", "it"),
        Map.of(
            "vi", vi, "it", new AlertText("Alluvione", null, "Salite.", TextOrigin.PERSON, "u1")),
        null,
        null,
        Map.of(),
        authority);
  }
}
