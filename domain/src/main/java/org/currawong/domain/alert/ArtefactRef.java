package org.currawong.domain.alert;

/**
 * What is said of an artefact without its bytes.
 *
 * @param bytes its length
 * @param sha256 64 lower-case hex digits over the bytes that go out (not over their sealed form)
 */
public record ArtefactRef(String name, String type, long bytes, String sha256, boolean personal) {}
