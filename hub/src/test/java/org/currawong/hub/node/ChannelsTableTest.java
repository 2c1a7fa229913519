package org.currawong.hub.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.currawong.channels.Channels;
import org.currawong.domain.alert.Renderer;
import org.currawong.domain.phrase.PhraseBank;
import org.currawong.domain.report.Via;
import org.junit.jupiter.api.Test;

/** The README's table of channels says what this hub has, no more and no less. */
class ChannelsTableTest {

  private static final Path README = Path.of("../README.md");
  private static final Pattern ROW =
      Pattern.compile("\\| ([a-z]+) \\| (in|out|text) \\| [^|]+ \\| [^|]+ \\|");

  /** By this machine's own web server and command line, and by a modem where one is set up. */
  private static final Set<String> IN = Set.of("web", "api", "report", "sms");

  @Test
  void waysOutAreThoseThatLeave() throws IOException {
    assertEquals(new TreeSet<>(HubPlan.WAYS), rows("out"));
  }

  @Test
  void textsAreThoseThatAreRenderedAndSentByNoPartYet() throws IOException {
    Set<String> rendered =
        Channels.renderers(PhraseBank.shipped()).stream()
            .map(Renderer::way)
            .collect(Collectors.toCollection(TreeSet::new));
    rendered.removeAll(HubPlan.WAYS);
    assertEquals(rendered, rows("text"));
  }

  @Test
  void waysInAreThoseThatTakeReports() throws IOException {
    assertEquals(new TreeSet<>(IN), rows("in"));
    Set<String> known = Stream.of(Via.values()).map(Via::word).collect(Collectors.toSet());
    assertTrue(known.containsAll(Set.of("web", "api")), known.toString());
  }

  @Test
  void eachRowOfTheTableIsARow() throws IOException {
    List<String> lines =
        Files.readAllLines(README).stream()
            .dropWhile(line -> !line.equals("## Channels"))
            .skip(1)
            .takeWhile(line -> !line.startsWith("## "))
            .filter(line -> line.startsWith("| "))
            .skip(1)
            .toList();
    assertTrue(lines.stream().allMatch(line -> ROW.matcher(line).matches()), lines.toString());
    assertEquals(rows("in").size() + rows("out").size() + rows("text").size(), lines.size());
  }

  private static Set<String> rows(String direction) throws IOException {
    return Files.readAllLines(README).stream()
        .map(ROW::matcher)
        .filter(m -> m.matches() && m.group(2).equals(direction))
        .map(m -> m.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
