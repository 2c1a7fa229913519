package org.currawong.routes;

import java.time.ZoneId;
import java.util.Set;

/**
 * What this hub is, as its papers and orders say it.
 *
 * @param hub id without blanks, also the CAP sender's first part
 * @param epoch of its keys
 * @param demonstration true for a demo: every artefact says so
 * @param ways enabled ways out
 * @param publicUrl without a slash at its end, or {@code null}
 * @param repeats how often the radio says an alert
 * @param version of the software
 */
public record HubIdentity(
    String hub,
    String name,
    int epoch,
    boolean demonstration,
    Set<String> ways,
    ZoneId zone,
    String publicUrl,
    int repeats,
    String version) {

  /** CAP 1.2, section 3.2.1: a sender has no blanks, commas, {@code <} or {@code &}. */
  public String capSender() {
    return "hub@" + hub + ".currawong.invalid";
  }
}
