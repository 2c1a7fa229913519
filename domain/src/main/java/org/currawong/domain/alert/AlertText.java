package org.currawong.domain.alert;

/**
 * The words of an alert in one language.
 *
 * @param readBy the account id of somebody who reads the language and has ticked it, or {@code
 *     null}; without it only phrases of the bank go out
 */
public record AlertText(
    String headline, String description, String instruction, TextOrigin origin, String readBy) {}
