package org.currawong.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.currawong.domain.Realm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataFolderTest {
  @TempDir Path temporary;

  private static String mode(Path path) throws java.io.IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void foldersAndFilesAreTheOwnersAlone() throws Exception {
    Path data = temporary.resolve("a/b/data");
    try (DataFolder folder = DataFolder.open(data, Realm.LIVE, "run")) {
      assertEquals("rwx------", mode(data));
      assertEquals("rw-------", mode(data.resolve("lock")));
      assertEquals("rw-------", mode(data.resolve("realm")));
      assertEquals("rwx------", mode(folder.folder("log")));
    }
  }

  @Test
  void aFolderThatOthersCouldReadIsClosedToThem() throws Exception {
    Path data = Files.createDirectory(temporary.resolve("open"));
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
    DataFolder.open(data, Realm.LIVE, "run").close();
    assertEquals("rwx------", mode(data));
  }

  @Test
  void aSecondOpenerIsRefusedByName() {
    try (DataFolder first = DataFolder.open(temporary.resolve("data"), Realm.LIVE, "run")) {
      Failure refused =
          assertThrows(Failure.class, () -> DataFolder.open(first.path(), Realm.LIVE, "user"));
      assertEquals(Exit.FAILED, refused.exitCode());
      assertTrue(
          refused
              .getMessage()
              .contains("\"currawong run, process " + ProcessHandle.current().pid() + "\""),
          refused.getMessage());
    }
    DataFolder.open(temporary.resolve("data"), Realm.LIVE, "user").close();
  }

  @Test
  void aSecondProcessIsRefusedAndAKilledOneLeavesNoLock() throws Exception {
    Path data = temporary.resolve("data");
    Process holder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"))
                    + File.pathSeparator,
                Holder.class.getName(),
                data.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      assertEquals("held", holder.inputReader().readLine());
      Failure refused = assertThrows(Failure.class, () -> DataFolder.open(data, Realm.LIVE, "run"));
      assertTrue(refused.getMessage().contains("process " + holder.pid()), refused.getMessage());
    } finally {
      holder.destroyForcibly();
    }
    assertTrue(holder.waitFor(10, TimeUnit.SECONDS));
    DataFolder.open(data, Realm.LIVE, "run").close();
  }

  /** Holds a folder until it is killed. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] args) throws Exception {
      DataFolder held = DataFolder.open(Path.of(args[0]), Realm.LIVE, "run");
      System.out.println("held");
      System.in.read();
      held.close();
    }
  }

  @Test
  void aDemosFolderIsRefusedByARealHubAndTheOtherWayRound() {
    DataFolder.open(temporary.resolve("demo"), Realm.DEMO, "demo").close();
    DataFolder.open(temporary.resolve("live"), Realm.LIVE, "run").close();
    for (Realm realm : List.of(Realm.LIVE, Realm.DEMO)) {
      Path others = temporary.resolve(realm == Realm.LIVE ? "demo" : "live");
      Failure refused = assertThrows(Failure.class, () -> DataFolder.open(others, realm, "run"));
      assertTrue(refused.getMessage().contains("name another folder"), refused.getMessage());
    }
  }

  @Test
  void aLogWithoutItsRealmIsNotGuessedAt() throws Exception {
    Path data = temporary.resolve("data");
    Files.createDirectories(data.resolve("log"));
    assertThrows(Failure.class, () -> DataFolder.open(data, Realm.LIVE, "run"));
  }

  @Test
  void aFileInItsPlaceIsNamed() throws Exception {
    Path file = Files.writeString(temporary.resolve("file"), "x");
    Failure refused = assertThrows(Failure.class, () -> DataFolder.open(file, Realm.LIVE, "run"));
    assertTrue(refused.getMessage().endsWith("it is a file, not a folder"), refused.getMessage());
  }
}
