package org.currawong.domain.alert;

import java.time.Instant;

/**
 * The agency whose warning the hub relays; an AWS level is refused without one.
 *
 * @param by how it was learnt: {@code phone}, {@code feed}, {@code radio} or {@code person}
 */
public record Authority(String name, String reference, Instant seenAt, String by) {}
