package org.currawong.domain;

import java.time.Instant;

/**
 * One line of the log.
 *
 * @param n the line's number; the first is 1 and each next is one more
 * @param at when the core decided it, by the core's clock
 * @param hash the chain hash of the line, 64 hex digits (HOUSE.md, section 4)
 * @param fact what happened
 */
public record Entry(long n, Instant at, String hash, Fact fact) {}
