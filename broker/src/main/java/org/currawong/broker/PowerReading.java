package org.currawong.broker;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.currawong.domain.Command;
import org.currawong.domain.power.Rung;

/**
 * What a power monitor says (queue POWER).
 *
 * @param words the UPS's own status words, kept even when unknown
 * @param readings its figures by their own names
 */
public record PowerReading(
    String ups, Rung rung, List<String> words, Map<String, String> readings, Instant at)
    implements QueueMessage {
  /** A UPS has some sixty variables. */
  private static final int READINGS = 500;

  /** Checks the limits. */
  public PowerReading {
    Limits.required("ups", ups, Limits.ID);
    Limits.present("rung", rung);
    Limits.list("words", words);
    Limits.present("readings", readings);
    Limits.list("readings", readings.values());
    if (words.size() > READINGS || readings.size() > READINGS) {
      throw new IllegalArgumentException("more than " + READINGS + " words or readings");
    }
    words.forEach(word -> Limits.optional("words", word, Limits.NAME));
    readings.forEach((name, value) -> Limits.optional("readings", name + value, Limits.NAME));
    words = List.copyOf(words);
    readings = Map.copyOf(readings);
    Limits.present("at", at);
  }

  /** What the core is asked to do. */
  public Command command() {
    return new Command.RecordPower(ups, rung, words, readings);
  }
}
