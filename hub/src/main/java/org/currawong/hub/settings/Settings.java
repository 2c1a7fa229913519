package org.currawong.hub.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.currawong.radio.icecast.IcecastMount;

/** All settings of a hub, typed and checked. Each part takes its own record and knows no other. */
public record Settings(
    Hub hub,
    Web web,
    Metrics metrics,
    Town town,
    Radio radio,
    Icecast icecast,
    Sms sms,
    Ollama ollama,
    Ups ups,
    Power power,
    Limits limits) {

  /** The hub itself: its name, and the languages that reports are read in (ISO 639-1). */
  public record Hub(String name, List<String> languages) {}

  /** Pages and API. {@code port} 0 takes a free one. */
  public record Web(String host, int port, Optional<Tls> tls, Optional<URI> publicUrl) {}

  /** Pages and API over TLS: certificate chain and key are PEM files. */
  public record Tls(int port, Path certificate, Path key) {}

  /** Figures for Prometheus, on loopback; port 0 is off. */
  public record Metrics(int port) {}

  /** The town's map (GeoJSON) and its own place names. */
  public record Town(Optional<Path> map, Optional<Path> places) {}

  /** How often the player airs a recording. */
  public record Radio(int repeats) {}

  /** An Icecast server to stream to. */
  public record Icecast(Optional<URI> url, Optional<String> mount, Optional<String> password) {
    @Override
    public String toString() {
      return "Icecast[url=" + url + ", mount=" + mount + ", password hidden]";
    }
  }

  /**
   * Where alerts are streamed to; empty without {@code icecast.url}.
   *
   * @throws IllegalArgumentException where the mount or the password is missing, or can't be used;
   *     in words that name the setting and hold no secret
   */
  public Optional<IcecastMount> stream() {
    return icecast
        .url()
        .map(
            url ->
                IcecastMount.of(
                    url,
                    icecast.mount().orElseThrow(() -> needed("icecast.mount")),
                    icecast.password().orElseThrow(() -> needed("icecast.password")),
                    hub.name()));
  }

  private static IllegalArgumentException needed(String key) {
    return new IllegalArgumentException(key + " is needed where icecast.url is set");
  }

  /** Folders of gammu-smsd. */
  public record Sms(
      Optional<Path> gammuInbox,
      Optional<Path> gammuOutbox,
      Optional<Path> gammuSent,
      Optional<Path> gammuError) {

    /** Where it puts what it sent: as set, or beside the outbox. */
    public Optional<Path> sent() {
      return gammuSent.or(() -> beside("sent"));
    }

    /** Where it puts what it could not send: as set, or beside the outbox. */
    public Optional<Path> error() {
      return gammuError.or(() -> beside("error"));
    }

    private Optional<Path> beside(String name) {
      return gammuOutbox.map(outbox -> outbox.toAbsolutePath().normalize().resolveSibling(name));
    }
  }

  /** An Ollama server and the model to ask. */
  public record Ollama(Optional<URI> url, Optional<String> model) {}

  /** The UPS: upsd's address and the name of the UPS there. */
  public record Ups(Optional<String> address, String name) {}

  /**
   * What counts as a low battery (charge in percent, runtime), and whether pages only show then.
   */
  public record Power(int lowCharge, Duration lowRuntime, boolean webReadOnlyWhenLow) {}

  /** Reports that one sender may hand in each minute. */
  public record Limits(int perSenderPerMinute) {}

  static Settings of(EffectiveSettings from) {
    return new Settings(
        new Hub(from.required(Keys.HUB_NAME), from.required(Keys.HUB_LANGUAGES)),
        web(from),
        new Metrics(from.required(Keys.METRICS_PORT)),
        new Town(from.optional(Keys.TOWN_MAP), from.optional(Keys.TOWN_PLACES)),
        new Radio(from.required(Keys.RADIO_REPEATS)),
        new Icecast(
            from.optional(Keys.ICECAST_URL),
            from.optional(Keys.ICECAST_MOUNT),
            from.optional(Keys.ICECAST_PASSWORD)),
        new Sms(
            from.optional(Keys.SMS_GAMMU_INBOX),
            from.optional(Keys.SMS_GAMMU_OUTBOX),
            from.optional(Keys.SMS_GAMMU_SENT),
            from.optional(Keys.SMS_GAMMU_ERROR)),
        new Ollama(from.optional(Keys.OLLAMA_URL), from.optional(Keys.OLLAMA_MODEL)),
        new Ups(from.optional(Keys.UPS_NUT_ADDRESS), from.required(Keys.UPS_NUT_NAME)),
        new Power(
            from.required(Keys.POWER_LOW_CHARGE),
            Duration.ofSeconds(from.required(Keys.POWER_LOW_RUNTIME)),
            from.required(Keys.POWER_LOW_WEB_READ_ONLY)),
        new Limits(from.required(Keys.LIMITS_SENDER_PER_MINUTE)));
  }

  private static Web web(EffectiveSettings from) {
    Optional<Tls> tls =
        from.optional(Keys.WEB_TLS_CERT)
            .map(
                certificate ->
                    new Tls(
                        from.required(Keys.WEB_TLS_PORT),
                        certificate,
                        from.required(Keys.WEB_TLS_KEY)));
    return new Web(
        from.required(Keys.WEB_HOST),
        from.required(Keys.WEB_PORT),
        tls,
        from.optional(Keys.WEB_PUBLIC_URL));
  }
}
