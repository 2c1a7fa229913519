package org.currawong.broker;

import java.time.Instant;
import java.util.Map;

/**
 * The newest value of something every part should know (queue STATE): power, hub time, revocations.
 *
 * @param key of what; a later notice with the same key replaces this one
 */
public record StateNotice(String key, Map<String, String> values, Instant at)
    implements QueueMessage {
  /** A state is a handful of words. */
  private static final int VALUES = 100;

  /** Checks the limits. */
  public StateNotice {
    Limits.required("key", key, Limits.ID);
    Limits.present("values", values);
    Limits.list("values", values.values());
    if (values.size() > VALUES) {
      throw new IllegalArgumentException("more than " + VALUES + " values");
    }
    values.forEach((name, value) -> Limits.optional("values", name + value, Limits.NAME));
    values = Map.copyOf(values);
    Limits.present("at", at);
  }
}
