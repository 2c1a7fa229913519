package org.currawong.domain.report;

/**
 * To whom a report was handed over; sealed, since a reference or a name may lead to a person.
 *
 * @param agency such as "State Emergency Service"
 * @param reference the agency's own number for it, or {@code null} where it gave none
 * @param person who took it, or {@code null}
 */
public record Handover(String agency, String reference, String person) {}
