package org.currawong.hub;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where a verb reads and writes.
 *
 * @param in passwords come from here, never from arguments, which every process can list
 * @param out results
 * @param err progress and complaints
 * @param interactive whether somebody watches {@code err}: progress bars are drawn only then
 * @param environment the process's environment
 */
public record Terminal(
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean interactive,
    Map<String, String> environment) {

  /** Longest password read; more is a file piped in by mistake. */
  private static final int LONGEST_PASSWORD = 1024;

  /** The process's own streams. The launcher says whether standard error is a terminal. */
  public static Terminal ofProcess() {
    return new Terminal(
        System.in,
        new PrintStream(System.out, true, StandardCharsets.UTF_8),
        new PrintStream(System.err, true, StandardCharsets.UTF_8),
        Boolean.getBoolean("currawong.terminal"),
        System.getenv());
  }

  /**
   * The first line of standard input.
   *
   * @throws Failure if there is none, or it is longer than a password can be
   */
  public String password() {
    try {
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), LONGEST_PASSWORD);
      StringBuilder line = new StringBuilder();
      int next = reader.read();
      while (next >= 0 && next != '\n' && line.length() <= LONGEST_PASSWORD) {
        line.append((char) next);
        next = reader.read();
      }
      String password = line.toString().replaceFirst("\r$", "");
      if (password.isEmpty() || password.length() > LONGEST_PASSWORD) {
        throw Failure.usage(
            "--password-stdin needs the password as the first line of standard input");
      }
      return password;
    } catch (IOException unreadable) {
      throw Failure.failed("standard input can't be read: " + unreadable.getMessage());
    }
  }
}
