package org.currawong.routes;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.currawong.domain.alert.Artefact;
import org.currawong.domain.delivery.Recipient;
import org.currawong.domain.people.Person;

/**
 * Who gets an alert, by way out, as fixed when it was rendered. Kept as a sealed artefact of lines
 * {@code way TAB id TAB address TAB language}.
 */
public final class RecipientList {

  static final String NAME = "recipients.tsv";

  private static final String COMMENT = "#";

  private final Map<String, List<Recipient>> byWay;

  private RecipientList(Map<String, List<Recipient>> byWay) {
    this.byWay = byWay;
  }

  /** Everybody with a number by SMS; everyone at once by all other ways. */
  static RecipientList of(Iterable<String> ways, List<Person> directory) {
    Map<String, List<Recipient>> byWay = new LinkedHashMap<>();
    for (String way : ways) {
      byWay.put(way, way.equals("sms") ? withNumber(directory) : List.of(Recipient.everyone()));
    }
    return new RecipientList(byWay);
  }

  private static List<Recipient> withNumber(List<Person> directory) {
    return directory.stream()
        .filter(p -> p.phone() != null && !p.phone().isBlank())
        .map(p -> new Recipient(p.id(), p.phone(), p.language()))
        .toList();
  }

  List<Recipient> of(String way) {
    return byWay.getOrDefault(way, List.of());
  }

  /**
   * The list as an artefact.
   *
   * @param salt stands in its first line: the log names the artefact's hash, and numbers alone
   *     could be guessed from it
   */
  Artefact artefact(String salt) {
    StringBuilder text = new StringBuilder(COMMENT).append(salt).append('\n');
    byWay.forEach((way, list) -> list.forEach(r -> line(text, way, r)));
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    return new Artefact(NAME, "text/tab-separated-values", bytes, true);
  }

  private static void line(StringBuilder text, String way, Recipient r) {
    text.append(way).append('\t').append(r.id()).append('\t');
    text.append(r.address() == null ? "" : r.address()).append('\t');
    text.append(r.language() == null ? "" : r.language()).append('\n');
  }

  /** Reads what {@link #artefact} wrote. */
  static RecipientList parse(byte[] bytes) {
    Map<String, List<Recipient>> byWay = new LinkedHashMap<>();
    for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n", -1)) {
      if (!line.isEmpty() && !line.startsWith(COMMENT)) {
        String[] f = line.split("\t", -1);
        byWay
            .computeIfAbsent(f[0], way -> new ArrayList<>())
            .add(new Recipient(f[1], orNull(f[2]), orNull(f[3])));
      }
    }
    return new RecipientList(byWay);
  }

  private static String orNull(String s) {
    return s.isEmpty() ? null : s;
  }
}
