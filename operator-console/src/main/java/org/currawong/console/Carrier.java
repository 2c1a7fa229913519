package org.currawong.console;

/**
 * How one way in or out is.
 *
 * @param name as in a draft's {@code channels}
 * @param words what people call it, such as {@code by SMS}
 * @param state {@code disabled}, {@code starting}, {@code up}, {@code degraded} or {@code down}
 * @param reason in plain words; may be empty
 */
public record Carrier(String name, String words, String state, String reason) {}
