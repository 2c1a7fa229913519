package org.currawong.domain.alert;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.currawong.domain.Realm;
import org.currawong.domain.people.Person;

/**
 * Everything a renderer may look at; the same input gives the same bytes.
 *
 * @param demonstration true in a demo hub: every artefact says DEMONSTRATION
 * @param version of the draft, from 1
 * @param cap the CAP message being made: identifier, type, and {@code sent}, to the second
 * @param capSender CAP sender, without spaces, commas, {@code <} or {@code &}
 * @param capReferences {@code sender,identifier,sent} of what an Update or Cancel refers to
 * @param zone in which times are told to people
 * @param recipients the directory's people, in its order
 * @param publicUrl where residents find more, without a slash at the end; or {@code null}
 * @param checkWords eight words of the log's head when rendering began
 * @param repeats how often the radio says it
 */
public record RenderInput(
    String hubId,
    String hubName,
    Realm realm,
    boolean demonstration,
    String alertId,
    int version,
    Draft draft,
    CapMessage cap,
    String capSender,
    List<String> capReferences,
    ZoneId zone,
    List<Person> recipients,
    String publicUrl,
    String checkWords,
    int repeats) {

  public RenderInput {
    capReferences = List.copyOf(capReferences);
    recipients = List.copyOf(recipients);
  }

  /** The moment of rendering. */
  public Instant renderedAt() {
    return cap.sent();
  }
}
