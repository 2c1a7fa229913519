package org.currawong.domain.people;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Somebody in the directory: who is rung, texted or visited when an alert goes out.
 *
 * @param phone E.164 ({@code +61…}), or {@code null}
 * @param language ISO 639-1
 * @param needs free words for the caller, such as "uses a wheelchair"; or {@code null}
 * @param alternate another number, E.164, or {@code null}
 */
public record Person(
    String id,
    String name,
    String phone,
    String language,
    List<String> groups,
    String needs,
    String address,
    String alternate) {

  public Person {
    groups = groups == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(groups));
  }
}
