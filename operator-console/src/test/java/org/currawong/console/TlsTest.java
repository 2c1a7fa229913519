package org.currawong.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.currawong.domain.Json;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS of its own port, and no password without it from another machine. */
class TlsTest {

  private static final char[] STORE = "for-this-test".toCharArray();

  @TempDir private static Path folder;
  private static KeyStore keys;

  @BeforeAll
  static void makeKeys() throws Exception {
    Path store = folder.resolve("keys.p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process made =
        new ProcessBuilder(
                (keytool
                        + " -genkeypair -alias hub -keyalg EC -groupname secp256r1 -dname CN=localhost"
                        + " -ext SAN=dns:localhost,ip:127.0.0.1 -storetype PKCS12 -storepass "
                        + new String(STORE)
                        + " -keystore "
                        + store)
                    .split(" "))
            .inheritIO()
            .start();
    assertEquals(0, made.waitFor());
    keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, STORE);
    }
    pem("key.pem", "PRIVATE KEY", keys.getKey("hub", STORE).getEncoded());
    pem("cert.pem", "CERTIFICATE", keys.getCertificate("hub").getEncoded());
  }

  private static void pem(String name, String what, byte[] bytes) throws IOException {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    Files.writeString(
        folder.resolve(name),
        "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n");
  }

  private static ConsoleSettings.Tls tls() {
    return new ConsoleSettings.Tls(0, folder.resolve("cert.pem"), folder.resolve("key.pem"));
  }

  @Test
  void overTlsTheSessionsCookieStaysOnTls() throws Exception {
    try (TestHub hub = TestHub.open(tls())) {
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(keys);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      HttpClient client = HttpClient.newBuilder().sslContext(context).build();
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(
                      URI.create("https://localhost:" + hub.console.tlsPort() + "/api/session"))
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString(Json.write(login())))
                  .build(),
              HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      assertEquals(200, answer.statusCode(), answer.body());
      assertTrue(answer.headers().firstValue("Set-Cookie").orElseThrow().contains("; Secure"));
      assertTrue(answer.headers().firstValue("Strict-Transport-Security").isPresent());
    }
  }

  @Test
  void fromAnotherMachineNoPasswordIsTakenInTheOpen() throws Exception {
    try (TestHub hub = TestHub.open(null)) {
      Client far = hub.fromAnotherMachine();
      Client.Answer a = far.post("/api/session", login());
      assertEquals(403, a.status());
      assertTrue(a.text().contains("https"), a.text());
      assertEquals(201, far.post("/api/reports", Map.of("text", "Water in the street")).status());
      Client near = hub.as("ada");
      far.cookie = near.cookie;
      far.csrf = near.csrf;
      assertEquals(
          401, far.get("/api/alerts").status(), "a stolen cookie in the open opens nothing");
    }
  }

  @Test
  void aCertificateThatCannotBeReadStopsTheStartInPlainWords() {
    ConsoleSettings.Tls missing =
        new ConsoleSettings.Tls(0, folder.resolve("none.pem"), folder.resolve("key.pem"));
    IOException e = assertThrows(IOException.class, () -> TestHub.open(missing).close());
    assertTrue(e.getMessage().contains("none.pem"), e.getMessage());
  }

  private static Map<String, String> login() {
    return Map.of("user", "ada", "password", TestHub.PASSWORD);
  }
}
