package org.currawong.hub.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.currawong.domain.Realm;
import org.currawong.domain.delivery.CarrierState;
import org.currawong.hub.settings.BadSettings;
import org.currawong.hub.settings.EffectiveSettings;
import org.currawong.hub.settings.Settings;
import org.junit.jupiter.api.Test;

class HubPlanTest {

  private static final List<String> FILES = List.of("cap", "print", "radio", "sms");

  /** Port 9 of loopback (discard): nothing takes a stream there. */
  private final Map<String, String> set =
      new HashMap<>(
          Map.of(
              "icecast.url", "http://127.0.0.1:9",
              "icecast.mount", "/alerts.mp3",
              "icecast.password", "s3cret"));

  private HubPlan plan() throws Exception {
    Settings settings = EffectiveSettings.of(Map.of(), Map.of(), set).settings();
    return HubPlan.live(Path.of("nowhere"), settings, Clock.systemUTC());
  }

  @Test
  void aStreamIsAWayOutOnlyWhereItsServerIsNamed() throws Exception {
    assertEquals(List.of("cap", "icecast", "print", "radio", "sms"), plan().ways());
    set.remove("icecast.url");
    assertEquals(FILES, plan().ways());
    try (IcecastPart none = IcecastPart.launch(plan())) {
      assertTrue(none.wayOut(Realm.LIVE, null, null).isEmpty());
      assertEquals(CarrierState.UP, none.state());
    }
  }

  @Test
  void aDemonstrationNeverStreams() throws Exception {
    HubPlan demo =
        HubPlan.demo(Path.of("nowhere"), plan().settings(), null, null, Clock.systemUTC());
    assertEquals(FILES, demo.ways());
    try (IcecastPart none = IcecastPart.launch(demo)) {
      assertTrue(none.wayOut(Realm.LIVE, null, null).isEmpty());
    }
  }

  @Test
  void onlyTheLiveRealmIsHandedTheStream() throws Exception {
    try (IcecastPart part = IcecastPart.launch(plan())) {
      for (Realm realm : Realm.values()) {
        assertEquals(realm == Realm.LIVE, part.wayOut(realm, null, null).isPresent(), realm.word());
      }
    }
  }

  @Test
  void aStreamThatCannotBeIsRefusedWithTheSettingsInWordsWithoutThePassword() throws Exception {
    for (String[] wrong :
        new String[][] {
          {"icecast.mount", ""},
          {"icecast.password", ""},
          {"icecast.mount", "/a b"},
          {"icecast.url", "https://127.0.0.1:9"}
        }) {
      String before = set.put(wrong[0], wrong[1]);
      String why = assertThrows(BadSettings.class, this::plan).getMessage();
      assertTrue(why.contains(wrong[0]), why);
      assertFalse(why.contains("s3cret"), why);
      set.put(wrong[0], before);
    }
  }
}
