package org.currawong.hub.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SettingsTest {
  private static Settings from(Map<String, String> file) throws BadSettings {
    return EffectiveSettings.of(file, Map.of(), Map.of()).settings();
  }

  private static List<String> faults(
      Map<String, String> file, Map<String, String> environment, Map<String, String> d) {
    return assertThrows(
            BadSettings.class, () -> EffectiveSettings.of(file, environment, d).settings())
        .faults();
  }

  @Test
  void everySettingHasItsDefault() throws BadSettings {
    Settings none = from(Map.of());
    assertEquals(
        new Settings.Hub(
            "Currawong",
            List.of(
                "en", "zh", "ar", "vi", "el", "it", "hi", "pa", "es", "tl", "ko", "fr", "ne",
                "ht")),
        none.hub());
    assertEquals(
        new Settings.Web("127.0.0.1", 8480, Optional.empty(), Optional.empty()), none.web());
    assertEquals(new Settings.Metrics(0), none.metrics());
    assertEquals(new Settings.Town(Optional.empty(), Optional.empty()), none.town());
    assertEquals(new Settings.Radio(3), none.radio());
    assertEquals(
        new Settings.Icecast(Optional.empty(), Optional.empty(), Optional.empty()), none.icecast());
    assertEquals(
        new Settings.Sms(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
        none.sms());
    assertEquals(new Settings.Ollama(Optional.empty(), Optional.empty()), none.ollama());
    assertEquals(new Settings.Ups(Optional.empty(), "ups"), none.ups());
    assertEquals(new Settings.Power(30, Duration.ofMinutes(10), false), none.power());
    assertEquals(new Settings.Limits(30), none.limits());
  }

  @Test
  void everyKeyReachesItsField() throws BadSettings {
    Map<String, String> file = new HashMap<>();
    file.put("hub.name", "Lower Wattle");
    file.put("hub.languages", "en, vi");
    file.put("web.host", "0.0.0.0");
    file.put("web.port", "9000");
    file.put("web.tls.port", "9443");
    file.put("web.tls.cert", "a.pem");
    file.put("web.tls.key", "b.pem");
    file.put("web.public-url", "https://hub.example");
    file.put("metrics.port", "9100");
    file.put("town.map", "town.geojson");
    file.put("town.places", "places.tsv");
    file.put("radio.repeats", "5");
    file.put("icecast.url", "http://127.0.0.1:8000");
    file.put("icecast.mount", "/alerts");
    file.put("icecast.password", "s3cret");
    file.put("sms.gammu.inbox", "in");
    file.put("sms.gammu.outbox", "out");
    file.put("sms.gammu.sent", "gone");
    file.put("sms.gammu.error", "failed");
    file.put("ollama.url", "http://127.0.0.1:11434");
    file.put("ollama.model", "small");
    file.put("ups.nut.address", "127.0.0.1:3493");
    file.put("ups.nut.name", "cellar");
    file.put("power.low.charge", "40");
    file.put("power.low.runtime", "120");
    file.put("power.low.web-read-only", "true");
    file.put("limits.sender.per-minute", "7");
    assertEquals(
        Keys.ALL.stream().map(Key::name).sorted().toList(),
        file.keySet().stream().sorted().toList(),
        "this test sets every key there is");
    assertEquals(
        new Settings(
            new Settings.Hub("Lower Wattle", List.of("en", "vi")),
            new Settings.Web(
                "0.0.0.0",
                9000,
                Optional.of(new Settings.Tls(9443, Path.of("a.pem"), Path.of("b.pem"))),
                Optional.of(URI.create("https://hub.example"))),
            new Settings.Metrics(9100),
            new Settings.Town(
                Optional.of(Path.of("town.geojson")), Optional.of(Path.of("places.tsv"))),
            new Settings.Radio(5),
            new Settings.Icecast(
                Optional.of(URI.create("http://127.0.0.1:8000")),
                Optional.of("/alerts"),
                Optional.of("s3cret")),
            new Settings.Sms(
                Optional.of(Path.of("in")),
                Optional.of(Path.of("out")),
                Optional.of(Path.of("gone")),
                Optional.of(Path.of("failed"))),
            new Settings.Ollama(
                Optional.of(URI.create("http://127.0.0.1:11434")), Optional.of("small")),
            new Settings.Ups(Optional.of("127.0.0.1:3493"), "cellar"),
            new Settings.Power(40, Duration.ofSeconds(120), true),
            new Settings.Limits(7)),
        from(file));
  }

  @Test
  void theEnvironmentOverridesTheFileAndTheCommandLineOverridesBoth() throws BadSettings {
    Map<String, String> file =
        Map.of("web.port", "1001", "web.host", "0.0.0.0", "radio.repeats", "1");
    Map<String, String> environment =
        Map.of("CURRAWONG_WEB_PORT", "1002", "CURRAWONG_RADIO_REPEATS", "2", "PATH", "/bin");
    Settings all = EffectiveSettings.of(file, environment, Map.of("web.port", "1003")).settings();
    assertEquals(1003, all.web().port());
    assertEquals(2, all.radio().repeats());
    assertEquals("0.0.0.0", all.web().host());
  }

  @Test
  void aNameWithADashIsReachedByTheEnvironment() throws BadSettings {
    Map<String, String> environment = Map.of("CURRAWONG_LIMITS_SENDER_PER_MINUTE", "9");
    assertEquals(
        9,
        EffectiveSettings.of(Map.of(), environment, Map.of())
            .settings()
            .limits()
            .perSenderPerMinute());
  }

  @Test
  void unknownNamesStopTheStartAndNameTheNearest() {
    assertEquals(
        List.of("web.prot (hub.properties) is not a setting; did you mean web.port?"),
        faults(Map.of("web.prot", "1"), Map.of(), Map.of()));
    assertEquals(
        List.of(
            "CURRAWONG_WEBPORT (the environment) is not a setting; did you mean CURRAWONG_WEB_PORT?"),
        faults(Map.of(), Map.of("CURRAWONG_WEBPORT", "1"), Map.of()));
    assertEquals(
        List.of("radio.repeat (-D) is not a setting; did you mean radio.repeats?"),
        faults(Map.of(), Map.of(), Map.of("radio.repeat", "1")));
    assertEquals(
        List.of("xyzzy (hub.properties) is not a setting"),
        faults(Map.of("xyzzy", "1"), Map.of(), Map.of()));
  }

  @Test
  void impossibleValuesAreNamedAllAtOnce() {
    Map<String, String> file = new HashMap<>();
    file.put("web.port", "65536");
    file.put("hub.languages", "en,klingon");
    file.put("power.low.charge", "0");
    file.put("radio.repeats", "many");
    file.put("ollama.url", "ftp://x");
    file.put("web.host", "a b");
    file.put("hub.name", "two\nlines");
    file.put("town.map", "a\0b");
    List<String> faults = faults(file, Map.of(), Map.of());
    assertEquals(file.size(), faults.size(), faults::toString);
    for (String name : file.keySet()) {
      assertTrue(
          faults.stream().anyMatch(fault -> fault.startsWith(name + " ")), name + " in " + faults);
    }
  }

  @Test
  void aCertificateWithoutItsKeyIsRefused() {
    assertEquals(
        List.of("web.tls.cert and web.tls.key go together: set both or neither"),
        faults(Map.of("web.tls.cert", "a.pem"), Map.of(), Map.of()));
  }

  @Test
  void anEmptyValueReadsAsNotSet() throws BadSettings {
    Settings all = from(Map.of("web.port", " ", "ollama.url", ""));
    assertEquals(8480, all.web().port());
    assertTrue(all.ollama().url().isEmpty());
  }

  @Test
  void aDollarInAPasswordIsAPassword() throws BadSettings {
    assertEquals(
        Optional.of("${HOME}$$"),
        from(Map.of("icecast.password", "${HOME}$$")).icecast().password());
  }

  @Test
  void secretsAreNeverShown() throws BadSettings {
    EffectiveSettings set =
        EffectiveSettings.of(Map.of("icecast.password", "s3cret"), Map.of(), Map.of());
    assertFalse(set.shown().toString().contains("s3cret"));
    assertFalse(set.settings().toString().contains("s3cret"));
    List<String> faults = faults(Map.of("icecast.password", "s3cret\u0007"), Map.of(), Map.of());
    assertEquals(List.of("icecast.password can't be read"), faults);
  }

  @Test
  void whereEachValueComesFromIsShown() {
    EffectiveSettings set =
        EffectiveSettings.of(
            Map.of("web.port", "1"), Map.of("CURRAWONG_HUB_NAME", "X"), Map.of("web.host", "::1"));
    Map<String, String> from = new HashMap<>();
    set.shown().forEach(line -> from.put(line.name(), line.from()));
    assertEquals("hub.properties", from.get("web.port"));
    assertEquals("environment", from.get("hub.name"));
    assertEquals("command line", from.get("web.host"));
    assertEquals("default", from.get("metrics.port"));
  }
}
