package org.currawong.domain.alert;

/** A form that could not be made, such as speech in a language without a voice, and why. */
public record Unavailable(String artefact, String reason) {}
