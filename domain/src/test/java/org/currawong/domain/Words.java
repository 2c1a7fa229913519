package org.currawong.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.currawong.domain.alert.AlertLevel;
import org.currawong.domain.alert.AlertStatus;
import org.currawong.domain.alert.AlertText;
import org.currawong.domain.alert.Area;
import org.currawong.domain.alert.Authority;
import org.currawong.domain.alert.Draft;
import org.currawong.domain.alert.Hazard;

/** A draft in the making: complete from the start, each test breaks what it is about. */
final class Words {

  AlertStatus status = AlertStatus.ACTUAL;
  Hazard hazard = Hazard.FLOOD;
  AlertLevel level = AlertLevel.COMMUNITY_INFORMATION;
  String headline = "Flood at Río Flat";
  String description = "The river is over the road.";
  String instruction = "Move to higher ground.";
  Area area = new Area("Río Flat", "north of the bridge", null, null);
  Instant effective;
  Instant expires = TestHub.START.plus(Duration.ofHours(6));
  Instant nextUpdate = TestHub.START.plus(Duration.ofHours(2));
  List<String> languages = List.of("en");
  Map<String, AlertText> texts = new HashMap<>();
  List<String> channels;
  String incident;
  Map<String, List<List<String>>> sources = new HashMap<>();
  Authority authority;

  static Draft flood() {
    return with(w -> {});
  }

  static Draft exercise() {
    return with(w -> w.status = AlertStatus.EXERCISE);
  }

  static Draft with(Consumer<Words> change) {
    Words w = new Words();
    change.accept(w);
    return w.draft();
  }

  Draft draft() {
    return new Draft(
        status,
        hazard,
        level,
        null,
        null,
        null,
        headline,
        description,
        instruction,
        area,
        effective,
        expires,
        nextUpdate,
        languages,
        texts,
        channels,
        incident,
        sources,
        authority);
  }
}
