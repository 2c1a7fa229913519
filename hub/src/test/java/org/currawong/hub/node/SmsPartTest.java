package org.currawong.hub.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.currawong.domain.Realm;
import org.currawong.hub.settings.EffectiveSettings;
import org.currawong.hub.settings.Settings;
import org.junit.jupiter.api.Test;

/** Only what is live may reach a modem. */
class SmsPartTest {

  private static Settings settings(Map<String, String> own) throws Exception {
    return EffectiveSettings.of(own, Map.of(), Map.of()).settings();
  }

  private static HubPlan plan(Realm realm, Settings settings) {
    return new HubPlan(
        Path.of("unused"), realm, settings, null, null, HubPlan.ALL_PARTS, Clock.systemUTC(), 0, 1);
  }

  private static Settings modem() throws Exception {
    return settings(Map.of("sms.gammu.inbox", "/x/inbox", "sms.gammu.outbox", "/x/outbox"));
  }

  @Test
  void theLiveRealmAloneHasTheModem() throws Exception {
    SmsPart part = SmsPart.of(plan(Realm.LIVE, modem()));
    assertTrue(part.wayOut(Realm.LIVE).isPresent());
    assertEquals(Set.of("sms"), part.replyWays());
    for (Realm other : Realm.values()) {
      assertEquals(other == Realm.LIVE, part.wayOut(other).isPresent(), other.word());
    }
  }

  @Test
  void aDemonstrationNeverHasWhateverItsSettingsName() throws Exception {
    SmsPart part = SmsPart.of(plan(Realm.DEMO, modem()));
    for (Realm realm : Realm.values()) {
      assertTrue(part.wayOut(realm).isEmpty(), realm.word());
    }
    assertEquals(Set.of(), part.replyWays());
    assertEquals(Optional.empty(), part.state());
  }

  @Test
  void withoutFoldersItIsTheSpoolOfFiles() throws Exception {
    SmsPart part = SmsPart.of(plan(Realm.LIVE, settings(Map.of())));
    assertTrue(part.wayOut(Realm.LIVE).isEmpty());
    assertEquals(Optional.empty(), part.state());
  }

  @Test
  void sentAndErrorLieBesideTheOutboxUnlessNamed() throws Exception {
    Settings.Sms sms = modem().sms();
    assertEquals(Optional.of(Path.of("/x/sent")), sms.sent());
    assertEquals(Optional.of(Path.of("/x/error")), sms.error());
    Settings.Sms named = settings(Map.of("sms.gammu.outbox", "o", "sms.gammu.sent", "s")).sms();
    assertEquals(Optional.of(Path.of("s")), named.sent());
  }
}
