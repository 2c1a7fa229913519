package org.currawong.hub.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.currawong.domain.Realm;
import org.currawong.hub.DataFolder;
import org.currawong.hub.doctor.Finding.Level;
import org.currawong.hub.settings.EffectiveSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {

  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  @TempDir Path folder;
  private final Map<String, String> tools = new HashMap<>();
  private final Map<String, String> settings = new HashMap<>(Map.of("web.port", "0"));
  private Path data;

  @BeforeEach
  void aFolderAndNoDevices() throws IOException {
    data = folder.resolve("data");
    Files.createDirectory(folder.resolve("dev"));
  }

  @Test
  void aFreshMachineFailsNothing() throws Exception {
    assertTrue(look().stream().noneMatch(f -> f.level() == Level.FAIL), look().toString());
    assertFalse(Files.exists(data), "it makes nothing");
  }

  @Test
  void whatIsWrongSaysWhatToDo() throws Exception {
    for (Finding f : look()) {
      assertEquals(f.level() == Level.OK, f.mend().isEmpty(), f.line());
    }
  }

  @Test
  void theFoldersOfGammuSmsdAreLookedAt() throws Exception {
    Path gammu = folder.resolve("gammu");
    settings.put("sms.gammu.inbox", gammu.resolve("inbox").toString());
    settings.put("sms.gammu.outbox", gammu.resolve("outbox").toString());
    for (String name : List.of("inbox", "outbox", "sent", "error")) {
      assertEquals(Level.FAIL, finding("sms.gammu." + name).level(), name);
      Files.createDirectories(gammu.resolve(name));
      assertEquals(Level.OK, finding("sms.gammu." + name).level(), name);
    }
    assertEquals(
        gammu.resolve("inbox") + " can be read and written", finding("sms.gammu.inbox").says());
  }

  @Test
  void aTakenPortFailsUnlessTheHubItselfHoldsIt() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, LOOPBACK)) {
      settings.put("web.port", Integer.toString(other.getLocalPort()));
      assertEquals(Level.FAIL, finding("web.port").level());
      try (DataFolder held = DataFolder.open(data, Realm.LIVE, "run")) {
        assertEquals(Level.OK, finding("web.port").level(), held.path().toString());
        assertEquals("a hub runs here", finding("lock").says());
      }
    }
  }

  @Test
  void aFolderThatOthersCanOpenIsNamed() throws Exception {
    Files.createDirectory(data);
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertEquals(Level.WARN, finding("data folder").level());
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
    assertEquals(Level.OK, finding("data folder").level());
  }

  @Test
  void aFileInPlaceOfTheFolderFails() throws Exception {
    Files.writeString(data, "");
    assertEquals(Level.FAIL, finding("data folder").level());
  }

  @Test
  void littleRoomWarnsAndNoRoomFails() {
    assertEquals(Level.OK, Folder.room(Folder.ENOUGH_FREE).level());
    assertEquals(Level.WARN, Folder.room(Folder.ENOUGH_FREE - 1).level());
    assertEquals(Level.FAIL, Folder.room(Folder.LEAST_FREE - 1).level());
  }

  @Test
  void aClockBehindTheLogFails() throws Exception {
    Path log = Files.createDirectories(data.resolve("log"));
    Path segment = Files.writeString(log.resolve("0000000000000001.log"), "");
    assertEquals(Level.OK, finding("log").level());
    Instant later = Instant.now().plus(Duration.ofHours(2));
    Files.setLastModifiedTime(segment, FileTime.from(later));
    assertEquals(Level.FAIL, finding("log").level());
  }

  @Test
  void theClockIsAsTheSystemSays() throws Exception {
    assertEquals(Level.WARN, finding("clock").level());
    tools.put("timedatectl", "no");
    assertTrue(finding("clock").says().contains("not set by a time server"));
    tools.put("timedatectl", "yes");
    assertEquals(Level.OK, finding("clock").level());
  }

  @Test
  void printersAreCounted() throws Exception {
    assertEquals(Level.WARN, finding("printer").level());
    tools.put("lpstat", "office\nkitchen");
    assertEquals("2 set up", finding("printer").says());
  }

  @Test
  void anOldJavaFails() {
    Machine machine = new Machine(command -> Optional.empty(), folder);
    assertEquals(Level.FAIL, machine.java(17, "17.0.15").level());
    assertEquals(Level.OK, machine.java(21, "21").level());
  }

  @Test
  void englishHasAVoiceAndVietnameseIsRead() throws Exception {
    settings.put("hub.languages", "en,vi,zh");
    assertEquals(Finding.ok("English", "voice, letters for paper, phrases"), finding("English"));
    Finding vietnamese = finding("Vietnamese");
    assertEquals("no voice, letters for paper, phrases", vietnamese.says());
    assertEquals("a person reads the script", vietnamese.mend());
    assertTrue(finding("Chinese").says().contains("no letters for paper"));
  }

  @Test
  void anAdapterIsListed() throws Exception {
    Files.writeString(folder.resolve("dev/ttyUSB0"), "");
    assertTrue(finding("serial port").says().endsWith("ttyUSB0 can be used"));
  }

  @Test
  void peersAreAskedOnlyWhereSettingsNameThem() throws Exception {
    assertTrue(finding("Ollama").says().startsWith("not set"));
    assertTrue(finding("UPS").says().startsWith("not watched"));
  }

  @Test
  void ollamaWithoutTheModelFailsAndNamesTheCommand() throws Exception {
    HttpServer server = HttpServer.create(new InetSocketAddress(LOOPBACK, 0), 1);
    server.createContext(
        "/api/tags",
        exchange -> {
          byte[] body =
              "{\"models\":[{\"name\":\"small:latest\"}]}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    settings.put("ollama.url", "http://127.0.0.1:" + server.getAddress().getPort());
    settings.put("ollama.model", "large");
    assertEquals("ollama pull large", finding("Ollama").mend());
    settings.put("ollama.model", "small");
    assertEquals(Level.OK, finding("Ollama").level());
    server.stop(0);
    assertEquals(Level.FAIL, finding("Ollama").level());
  }

  @Test
  void theUpsIsAskedByItsNameAndWhatItSaysIsTold() throws Exception {
    assertEquals(
        "office says OL CHRG, 96 % charged, good for 1 h 0 min: on mains", ups("office").says());
    assertEquals("upsd knows no cellar, but office", ups("cellar").says());
    assertEquals(Level.FAIL, ups("cellar").level());
    settings.put("ups.nut.address", "127.0.0.1:1");
    assertEquals(Level.FAIL, finding("UPS").level());
  }

  private Finding ups(String name) throws Exception {
    try (ServerSocket upsd = new ServerSocket(0, 1, LOOPBACK)) {
      Thread.ofVirtual().start(() -> answer(upsd));
      settings.put("ups.nut.address", "127.0.0.1:" + upsd.getLocalPort());
      settings.put("ups.nut.name", name);
      return finding("UPS");
    }
  }

  private static void answer(ServerSocket upsd) {
    try (Socket socket = upsd.accept()) {
      BufferedReader asked =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      for (String line = asked.readLine(); line != null; line = asked.readLine()) {
        socket.getOutputStream().write(said(line).getBytes(StandardCharsets.US_ASCII));
      }
    } catch (IOException closed) {
      // the doctor then says that nobody answered
    }
  }

  private static String said(String question) {
    return switch (question) {
      case "LIST UPS" -> "BEGIN LIST UPS\nUPS office \"Back room\"\nEND LIST UPS\n";
      case "LIST VAR office" ->
          """
          BEGIN LIST VAR office
          VAR office battery.charge "96"
          VAR office battery.runtime "3600"
          VAR office ups.status "OL CHRG"
          END LIST VAR office
          """;
      default -> "ERR UNKNOWN-UPS\n";
    };
  }

  private Finding finding(String about) throws Exception {
    return look().stream().filter(f -> f.about().equals(about)).findFirst().orElseThrow();
  }

  private List<Finding> look() throws Exception {
    Tool tool = command -> Optional.ofNullable(tools.get(command[0]));
    Doctor doctor = new Doctor(tool, folder.resolve("dev"), Clock.systemUTC());
    return doctor.look(EffectiveSettings.of(Map.of(), Map.of(), settings).settings(), data);
  }
}
