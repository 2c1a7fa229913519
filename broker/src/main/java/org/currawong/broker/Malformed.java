package org.currawong.broker;

/**
 * Bytes on a queue that are none of its forms; they are never acted on.
 *
 * @param why in words that hold nothing of the message itself
 */
public record Malformed(String why) implements QueueMessage {}
