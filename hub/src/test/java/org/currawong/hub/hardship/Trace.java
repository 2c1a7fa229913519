package org.currawong.hub.hardship;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What {@code strace -f -y -o FILE} wrote: lines in the order in which the kernel saw them, each
 * with its thread in front; a call that another interrupts stands on two lines.
 */
record Trace(List<String> lines) {

  private static final Pattern THREAD = Pattern.compile("^(\\d+) +");

  Trace {
    lines = List.copyOf(lines);
  }

  /**
   * Whether the line of a report was forced to disk before its 201 left: the write that holds its
   * id, then a force of the same file by the same thread that came back with 0, then the answer.
   */
  boolean forcedBeforeAnswered(String report) {
    OptionalInt answered = first(0, l -> l.contains("HTTP/1.1 201") && l.contains(report));
    OptionalInt written = first(0, l -> isLogWrite(l) && l.contains(report));
    if (answered.isEmpty() || written.isEmpty()) {
      return false;
    }
    OptionalInt forced = forced(written.getAsInt());
    return forced.isPresent() && forced.getAsInt() < answered.getAsInt();
  }

  /** Reports whose answer left, in order. */
  List<String> answered(List<String> reports) {
    List<String> seen = new ArrayList<>();
    for (String line : lines) {
      if (line.contains("HTTP/1.1 201")) {
        reports.stream().filter(line::contains).forEach(seen::add);
      }
    }
    return seen;
  }

  private static boolean isLogWrite(String line) {
    return line.contains("write") && line.contains(".log>") && line.contains("ReportReceived");
  }

  /** Where the first force behind a write came back with 0. */
  private OptionalInt forced(int written) {
    String thread = thread(lines.get(written));
    OptionalInt begun =
        first(written + 1, l -> thread.equals(thread(l)) && isForce(l) && l.contains(".log>"));
    if (begun.isEmpty() || lines.get(begun.getAsInt()).endsWith("= 0")) {
      return begun;
    }
    return first(
        begun.getAsInt() + 1,
        l -> thread.equals(thread(l)) && l.contains("resumed>") && l.endsWith("= 0"));
  }

  private static boolean isForce(String line) {
    return line.contains(" fdatasync(") || line.contains(" fsync(");
  }

  private static String thread(String line) {
    Matcher m = THREAD.matcher(line);
    return m.find() ? m.group(1) : "";
  }

  private OptionalInt first(int from, java.util.function.Predicate<String> wanted) {
    return IntStream.range(from, lines.size()).filter(i -> wanted.test(lines.get(i))).findFirst();
  }
}
