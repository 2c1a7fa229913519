package org.currawong.hub.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The settings there are. A name that is not here stops the start. */
public final class Keys {
  /** Longest sensible share of the hour for one alert: more repeats than this would fill it. */
  private static final int MOST_REPEATS = 20;

  private static final int PERCENT = 100;
  private static final int SECONDS_PER_DAY = 86_400;
  private static final int MOST_PER_MINUTE = 100_000;

  static final Key<String> HUB_NAME =
      open("hub.name", "Currawong", "the hub's name on pages, sheets and in feeds", Readings::text);
  static final Key<List<String>> HUB_LANGUAGES =
      open(
          "hub.languages",
          "en,zh,ar,vi,el,it,hi,pa,es,tl,ko,fr,ne,ht",
          "languages that reports are read in, ISO 639-1, the first is the town's own",
          Readings::languages);
  static final Key<String> WEB_HOST =
      open("web.host", "127.0.0.1", "address to listen on; loopback unless set", Readings::host);
  static final Key<Integer> WEB_PORT =
      open("web.port", "8480", "port of pages and API; 0 takes a free one", Readings.port());
  static final Key<Integer> WEB_TLS_PORT =
      open("web.tls.port", "8443", "port of pages and API over TLS", Readings.port());
  static final Key<Path> WEB_TLS_CERT =
      open("web.tls.cert", "", "certificate chain, PEM", Readings::path);
  static final Key<Path> WEB_TLS_KEY = open("web.tls.key", "", "private key, PEM", Readings::path);
  static final Key<URI> WEB_PUBLIC_URL =
      open("web.public-url", "", "address that feeds and sheets link to", Readings::http);
  static final Key<Integer> METRICS_PORT =
      open("metrics.port", "0", "loopback port for Prometheus; 0 = off", Readings.port());
  static final Key<Path> TOWN_MAP = open("town.map", "", "the town's map, GeoJSON", Readings::path);
  static final Key<Path> TOWN_PLACES =
      open("town.places", "", "the town's own place names", Readings::path);
  static final Key<Integer> RADIO_REPEATS =
      open(
          "radio.repeats",
          "3",
          "how often a recording is aired",
          Readings.between(1, MOST_REPEATS));
  static final Key<URI> ICECAST_URL =
      open(
          "icecast.url",
          "",
          "Icecast server to stream alerts to, http://host:port",
          Readings::http);
  static final Key<String> ICECAST_MOUNT =
      open("icecast.mount", "", "mount there, such as /alerts.mp3", Readings::text);
  static final Key<String> ICECAST_PASSWORD =
      new Key<>("icecast.password", "", true, "the server's source password", Readings::text);
  static final Key<Path> SMS_GAMMU_INBOX =
      open("sms.gammu.inbox", "", "gammu-smsd's InboxPath: texts come in by it", Readings::path);
  static final Key<Path> SMS_GAMMU_OUTBOX =
      open("sms.gammu.outbox", "", "gammu-smsd's OutboxPath: texts leave by it", Readings::path);
  static final Key<Path> SMS_GAMMU_SENT =
      open(
          "sms.gammu.sent",
          "",
          "its SentSMSPath; the folder sent beside the outbox unless set",
          Readings::path);
  static final Key<Path> SMS_GAMMU_ERROR =
      open(
          "sms.gammu.error",
          "",
          "its ErrorSMSPath; the folder error beside the outbox unless set",
          Readings::path);
  static final Key<URI> OLLAMA_URL =
      open(
          "ollama.url",
          "",
          "Ollama server; without it the built-in rules work alone",
          Readings::http);
  static final Key<String> OLLAMA_MODEL = open("ollama.model", "", "model to ask", Readings::text);
  static final Key<String> UPS_NUT_ADDRESS =
      open("ups.nut.address", "", "host:port of NUT's upsd", Readings::upsd);
  static final Key<String> UPS_NUT_NAME =
      open("ups.nut.name", "ups", "the UPS's name there", Readings::upsName);
  static final Key<Integer> POWER_LOW_CHARGE =
      open(
          "power.low.charge",
          "30",
          "battery charge that counts as low, percent",
          Readings.between(1, PERCENT));
  static final Key<Integer> POWER_LOW_RUNTIME =
      open(
          "power.low.runtime",
          "600",
          "battery runtime that counts as low, seconds",
          Readings.between(1, SECONDS_PER_DAY));
  static final Key<Boolean> POWER_LOW_WEB_READ_ONLY =
      open(
          "power.low.web-read-only",
          "false",
          "true: on a low battery pages only show; reports still come in",
          Readings::yesOrNo);
  static final Key<Integer> LIMITS_SENDER_PER_MINUTE =
      open(
          "limits.sender.per-minute",
          "30",
          "reports one sender may hand in each minute",
          Readings.between(1, MOST_PER_MINUTE));

  /** All of them, in the order in which they are shown. */
  public static final List<Key<?>> ALL =
      List.of(
          HUB_NAME,
          HUB_LANGUAGES,
          WEB_HOST,
          WEB_PORT,
          WEB_TLS_PORT,
          WEB_TLS_CERT,
          WEB_TLS_KEY,
          WEB_PUBLIC_URL,
          METRICS_PORT,
          TOWN_MAP,
          TOWN_PLACES,
          RADIO_REPEATS,
          ICECAST_URL,
          ICECAST_MOUNT,
          ICECAST_PASSWORD,
          SMS_GAMMU_INBOX,
          SMS_GAMMU_OUTBOX,
          SMS_GAMMU_SENT,
          SMS_GAMMU_ERROR,
          OLLAMA_URL,
          OLLAMA_MODEL,
          UPS_NUT_ADDRESS,
          UPS_NUT_NAME,
          POWER_LOW_CHARGE,
          POWER_LOW_RUNTIME,
          POWER_LOW_WEB_READ_ONLY,
          LIMITS_SENDER_PER_MINUTE);

  private Keys() {}

  /** The setting of this name, if there is one. */
  static Optional<Key<?>> named(String name) {
    return ALL.stream().<Key<?>>map(key -> key).filter(key -> key.name().equals(name)).findFirst();
  }

  private static <T> Key<T> open(
      String name,
      String fallback,
      String meaning,
      java.util.function.Function<String, T> reading) {
    return new Key<>(name, fallback, false, meaning, reading);
  }
}
