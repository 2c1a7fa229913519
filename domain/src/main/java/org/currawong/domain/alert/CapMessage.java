package org.currawong.domain.alert;

import java.time.Instant;

/**
 * One CAP message of an alert.
 *
 * @param identifier CAP 1.2 identifier, also its name under {@code /cap/}
 * @param msgType {@code Alert}, {@code Update} or {@code Cancel}
 * @param sent the moment of rendering, to the second
 * @param artefact the name under which its bytes are kept
 */
public record CapMessage(String identifier, String msgType, Instant sent, String artefact) {}
