package org.currawong.hub.hardship;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A small file system in memory, to be filled; only root may mount one. */
public final class SmallDisk {

  private static final long MOST_SECONDS = 20;

  private SmallDisk() {}

  /** Mounts it on an empty folder; false where that can't be done here. */
  public static boolean mount(Path folder, long bytes) throws Exception {
    return ran("mount", "-t", "tmpfs", "-o", "size=" + bytes, "tmpfs", folder.toString());
  }

  /** Takes it away, even while something is open there. */
  public static void unmount(Path folder) throws Exception {
    ran("umount", "-l", folder.toString());
  }

  private static boolean ran(String... words) throws Exception {
    try {
      Process p =
          new ProcessBuilder(words)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return p.waitFor(MOST_SECONDS, TimeUnit.SECONDS) && p.exitValue() == 0;
    } catch (IOException absent) {
      return false;
    }
  }
}
