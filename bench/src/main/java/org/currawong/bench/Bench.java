package org.currawong.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Runs measures by name on a disk of the caller's choice, and prints ratios.
 *
 * <p>Arguments: a folder on the disk to be measured, then names of measures; none means all.
 */
public final class Bench {

  /** A measure works in an empty folder of its own and prints what it found. */
  private interface Measure {
    void run(Path folder) throws Exception;
  }

  private static final Map<String, Measure> MEASURES =
      new TreeMap<>(
          Map.of(
              "append", AppendBench::run,
              "busy", BusyBench::run,
              "camel", CamelBench::run,
              "many", ManyClientsBench::run,
              "one", OneClientBench::run,
              "release", ReleaseBench::run,
              "stream", StreamBench::run,
              "verify", VerifyBench::run,
              "waiting", WaitingBench::run));

  private Bench() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 0 || !MEASURES.keySet().containsAll(names(arguments))) {
      System.err.println("usage: Bench FOLDER [" + String.join(" | ", MEASURES.keySet()) + "]...");
      System.exit(2);
    }
    List<String> names = names(arguments);
    for (String name : names.isEmpty() ? List.copyOf(MEASURES.keySet()) : names) {
      Path folder = Files.createTempDirectory(Path.of(arguments[0]), "bench-" + name + "-");
      try {
        MEASURES.get(name).run(folder);
      } finally {
        delete(folder);
      }
    }
    // A hub leaves pools of third parties behind that would keep the process for a minute.
    System.exit(0);
  }

  private static List<String> names(String[] arguments) {
    return Arrays.asList(arguments).subList(1, arguments.length);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
