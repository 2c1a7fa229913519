package org.currawong.hub;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code version}: of Currawong, of Java, of the libraries on the class path. */
@Command(
    name = "version",
    description = "Prints the versions of Currawong, Java and the libraries.")
public final class VersionVerb implements Callable<Integer> {
  private static final Pattern JAR = Pattern.compile("(.+?)-(\\d[^/]*)\\.jar");

  private final Terminal terminal;

  @Option(names = "--json", description = "as one JSON object")
  private boolean json;

  VersionVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Map<String, String> libraries = libraries(classPath());
    if (json) {
      Map<String, Object> all = new LinkedHashMap<>();
      all.put("currawong", ownVersion());
      all.put("java", Runtime.version().toString());
      all.put("libraries", libraries);
      terminal.out().println(Json.text(all));
    } else {
      terminal.out().println("currawong " + ownVersion());
      terminal
          .out()
          .println("java " + Runtime.version() + " (" + System.getProperty("java.vendor") + ")");
      libraries.forEach((name, version) -> terminal.out().println(name + " " + version));
    }
    return Exit.DONE;
  }

  /** From the jar's manifest; compiled classes outside a jar have none. */
  public static String ownVersion() {
    return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
        .orElse("(not packaged)");
  }

  /**
   * Name and version of each jar by its file name; jars without a version in their name are left
   * out.
   */
  static Map<String, String> libraries(List<Path> classPath) {
    Map<String, String> byName = new TreeMap<>();
    for (Path entry : classPath) {
      Matcher jar = JAR.matcher(String.valueOf(entry.getFileName()));
      if (jar.matches()) {
        byName.put(jar.group(1), jar.group(2));
      }
    }
    return byName;
  }

  private static List<Path> classPath() {
    List<Path> entries = new ArrayList<>();
    for (String entry :
        System.getProperty("java.class.path", "").split(Pattern.quote(File.pathSeparator), -1)) {
      entries.add(Path.of(entry));
    }
    return entries;
  }
}
