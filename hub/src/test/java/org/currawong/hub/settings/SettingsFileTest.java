package org.currawong.hub.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsFileTest {
  @TempDir Path folder;

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("hub.properties"), bytes);
  }

  private String refused(byte[] bytes) throws IOException {
    Path file = file(bytes);
    return assertThrows(BadSettings.class, () -> SettingsFile.read(file)).getMessage();
  }

  @Test
  void namesAreReadInAnyLanguage() throws Exception {
    assertEquals(
        Map.of("hub.name", "Lạc Long", "web.port", "1"),
        SettingsFile.read(file("# the hub\nhub.name = Lạc Long\nweb.port: 1\n".getBytes(UTF_8))));
  }

  @Test
  void aNameSetTwiceIsRefused() throws IOException {
    assertTrue(
        refused("web.port=1\nweb.port=2\n".getBytes(UTF_8)).endsWith("web.port is set twice"));
  }

  @Test
  void wrongFilesAreRefusedWithAReason() throws IOException {
    assertTrue(refused(new byte[] {(byte) 0xC3, 0x28}).endsWith("is not UTF-8 text"));
    assertTrue(refused(new byte[2 << 20]).contains("larger than"));
    assertTrue(refused("hub.name=\\uZZZZ\n".getBytes(UTF_8)).contains("hub.properties"));
    Path none = folder.resolve("none");
    assertTrue(
        assertThrows(BadSettings.class, () -> SettingsFile.read(none))
            .getMessage()
            .contains("can't be read"));
  }
}
