package org.currawong.domain.alert;

import java.util.List;

/**
 * What one version of an alert was rendered to; all of it, or nothing.
 *
 * @param document the release document, byte for byte
 * @param manifest its SHA-256; what people approve
 * @param cap the alert's own CAP message
 * @param ways what may leave by which way out
 * @param artefacts the alert's forms
 * @param corrections the forms of its corrections
 * @param unavailable forms that could not be made, each with its reason
 * @param recipients artefact that holds the list of recipients, sealed; {@code null} where nobody
 *     is named
 */
public record Rendered(
    String document,
    String manifest,
    CapMessage cap,
    List<ReleaseDocument.WayOut> ways,
    List<ArtefactRef> artefacts,
    List<ArtefactRef> corrections,
    List<Unavailable> unavailable,
    ArtefactRef recipients) {

  /** Before everything is rendered. */
  public static final Rendered NONE =
      new Rendered(null, null, null, List.of(), List.of(), List.of(), List.of(), null);

  public Rendered {
    ways = List.copyOf(ways);
    artefacts = List.copyOf(artefacts);
    corrections = List.copyOf(corrections);
    unavailable = List.copyOf(unavailable);
  }
}
