package org.currawong.domain;

import java.time.Instant;

/**
 * A line of the decision log. {@code about} is an id of anything, or {@code null}; so is {@code
 * corrects}, the id of the note that this one puts right.
 */
public record Note(
    String id,
    String about,
    Instant happenedAt,
    Instant writtenAt,
    String by,
    Sealed<String> text,
    String corrects) {}
