package org.currawong.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Commands that run a class of these measures in a process of its own. */
final class Jvm {

  private Jvm() {}

  /**
   * This Java, this class path.
   *
   * @param options of the virtual machine
   */
  static List<String> command(Class<?> main, List<String> options, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return command;
  }
}
