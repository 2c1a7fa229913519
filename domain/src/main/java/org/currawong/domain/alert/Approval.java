package org.currawong.domain.alert;

import java.time.Instant;

/**
 * One person's yes to one manifest.
 *
 * @param n log number of the {@code AlertApproved}
 * @param hash chain hash of that line
 */
public record Approval(String by, String session, String device, Instant at, long n, String hash) {}
