package org.currawong.hub.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.currawong.hub.Json;
import org.currawong.hub.settings.Settings;
import org.currawong.radio.icecast.IcecastCheck;
import org.currawong.radio.icecast.IcecastMount;

/** What stands beside the hub, and only where settings name it. */
final class Peers {

  /** Everything here is on the same table or in the same house. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private Peers() {}

  static List<Finding> look(Settings settings, InstantSource clock) throws InterruptedException {
    List<Finding> all = new ArrayList<>();
    all.add(
        settings.ollama().url().isPresent()
            ? ollama(settings.ollama().url().get(), settings.ollama().model().orElse(""))
            : Finding.ok("Ollama", "not set: the built-in rules work alone"));
    if (settings.icecast().url().isPresent()) {
      all.add(icecast(settings));
    }
    all.add(Power.look(settings.ups(), settings.power(), clock.instant()));
    settings.sms().gammuInbox().ifPresent(f -> all.add(folder("sms.gammu.inbox", f, true)));
    settings.sms().gammuOutbox().ifPresent(f -> all.addAll(outbox(settings.sms(), f)));
    settings.town().map().ifPresent(f -> all.add(file("town.map", f)));
    settings.town().places().ifPresent(f -> all.add(file("town.places", f)));
    settings.web().tls().ifPresent(t -> all.add(file("web.tls.cert", t.certificate())));
    settings.web().tls().ifPresent(t -> all.add(file("web.tls.key", t.key())));
    return all;
  }

  private static List<Finding> outbox(Settings.Sms sms, Path outbox) {
    return List.of(
        folder("sms.gammu.outbox", outbox, true),
        folder("sms.gammu.sent", sms.sent().orElseThrow(), false),
        folder("sms.gammu.error", sms.error().orElseThrow(), false));
  }

  /** What a file lies in is what it takes to put one there and to take one away. */
  private static Finding folder(String setting, Path folder, boolean emptied) {
    if (!Files.isDirectory(folder)) {
      return Finding.fail(
          setting, folder + " is no folder", "name the one that stands in gammu-smsdrc");
    }
    boolean usable = Files.isReadable(folder) && (!emptied || Files.isWritable(folder));
    return usable
        ? Finding.ok(setting, folder + " can be " + (emptied ? "read and written" : "read"))
        : Finding.fail(
            setting,
            folder + " may not be used by this account",
            "put gammu-smsd's account and the hub's into one group that may write it");
  }

  private static Finding file(String setting, Path file) {
    return Files.isReadable(file)
        ? Finding.ok(setting, file + " can be read")
        : Finding.fail(setting, file + " can't be read", "mend the path or the file's rights");
  }

  private static Finding icecast(Settings settings) {
    String about = "Icecast";
    IcecastMount mount = settings.stream().orElseThrow();
    return IcecastCheck.trouble(mount, System::nanoTime)
        .map(
            wrong ->
                Finding.fail(about, mount + ": " + wrong, "start it, or mend icecast.* settings"))
        .orElseGet(() -> Finding.ok(about, mount + " is there and takes the password"));
  }

  private static Finding ollama(URI url, String model) throws InterruptedException {
    String about = "Ollama";
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      URI tags = URI.create(url.toString().replaceAll("/+$", "") + "/api/tags");
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(tags).timeout(PATIENCE).build(),
              HttpResponse.BodyHandlers.ofString());
      JsonNode models = Json.tree(answer.body()).path("models");
      if (answer.statusCode() != 200 || !models.isArray()) {
        return Finding.fail(about, url + " does not answer as Ollama does", "mend ollama.url");
      }
      return models.findValuesAsText("name").stream().anyMatch(n -> same(n, model))
          ? Finding.ok(about, model + " is there")
          : Finding.fail(
              about,
              model.isEmpty() ? "no model is named" : model + " is not there",
              model.isEmpty() ? "set ollama.model" : "ollama pull " + model);
    } catch (IOException silent) {
      return Finding.fail(
          about, url + " does not answer", "start it; without it the built-in rules work alone");
    }
  }

  /** Ollama means {@code :latest} where no tag is written. */
  private static boolean same(String listed, String wanted) {
    return listed.equals(wanted) || listed.equals(wanted + ":latest");
  }
}
