package org.currawong.domain.delivery;

import java.time.Instant;

/**
 * What became of a receipt or an answer, as last known.
 *
 * @param id of the reply
 * @param report the report that it answers
 * @param state {@code ATTEMPTED} while a peer has it
 * @param reason in fixed words, or {@code null}
 */
public record SentReply(
    String id, String report, String way, DeliveryState state, String reason, Instant at) {}
