package org.currawong.broker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolFolderTest {

  @TempDir Path data;

  @Test
  void aFileIsWrittenWholeAndPrivate() throws IOException {
    Path folder = data.resolve("spool/print");
    SpoolFolder spool = new SpoolFolder(folder);
    assertFalse(spool.holds("a-1.pdf"));
    spool.write("a-1.pdf", new byte[] {1, 2, 3});
    assertTrue(spool.holds("a-1.pdf"));
    assertArrayEquals(new byte[] {1, 2, 3}, Files.readAllBytes(folder.resolve("a-1.pdf")));
    assertEquals("rw-------", mode(folder.resolve("a-1.pdf")));
    assertEquals("rwx------", mode(folder));
    assertEquals(List.of("a-1.pdf"), names(folder));
  }

  @Test
  void theSameAgainDoesNothingAndOtherBytesAreRefused() throws IOException {
    SpoolFolder spool = new SpoolFolder(data);
    spool.write("a.pdf", new byte[] {1});
    spool.write("a.pdf", new byte[] {1});
    assertThrows(FileAlreadyExistsException.class, () -> spool.write("a.pdf", new byte[] {2}));
    assertArrayEquals(new byte[] {1}, Files.readAllBytes(data.resolve("a.pdf")));
  }

  @Test
  void onlyTheSameBytesAreTheSameFile() throws IOException {
    SpoolFolder spool = new SpoolFolder(data);
    spool.write("a.wav", new byte[] {1, 2});
    assertTrue(spool.holds("a.wav", new byte[] {1, 2}));
    assertFalse(spool.holds("a.wav", new byte[] {1, 3}));
    assertFalse(spool.holds("b.wav", new byte[] {1, 2}));
  }

  @Test
  void whatACrashLeftUnfinishedIsNoFileAndIsWrittenAnew() throws IOException {
    SpoolFolder spool = new SpoolFolder(data);
    Files.write(data.resolve("a.pdf.unfinished"), new byte[] {9});
    assertFalse(spool.holds("a.pdf"));
    spool.write("a.pdf", new byte[] {1});
    assertEquals(List.of("a.pdf"), names(data));
  }

  @Test
  void aNameThatWouldLeaveTheFolderIsNone() {
    SpoolFolder spool = new SpoolFolder(data);
    for (String name :
        List.of("../a", "a/b", "", ".hidden", "a\u0000b", "x".repeat(201), "a.unfinished")) {
      assertNull(spool.path(name), name);
      assertThrows(IllegalArgumentException.class, () -> spool.write(name, new byte[0]));
      assertFalse(spool.holds(name));
    }
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
