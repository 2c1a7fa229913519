package org.currawong.domain.phrase;

import java.time.Instant;
import java.time.ZoneId;
import org.currawong.domain.alert.RenderInput;

/**
 * Who says an alert's words and when, as far as the words themselves tell it.
 *
 * @param hubName what the hub calls itself
 * @param publicUrl where residents find more, without a slash at the end; or {@code null}
 * @param zone in which times are told
 * @param at the moment of speaking
 * @param demonstration true in a demo hub
 */
public record Speaker(
    String hubName, String publicUrl, ZoneId zone, Instant at, boolean demonstration) {

  /** The speaker of a rendering. */
  public static Speaker of(RenderInput input) {
    return new Speaker(
        input.hubName(),
        input.publicUrl(),
        input.zone(),
        input.renderedAt(),
        input.demonstration());
  }
}
