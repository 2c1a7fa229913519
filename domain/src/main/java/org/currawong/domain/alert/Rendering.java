package org.currawong.domain.alert;

import java.util.List;

/** What a renderer made, and what it says that it could not make. */
public record Rendering(List<Artefact> artefacts, List<Unavailable> unavailable) {

  public Rendering {
    artefacts = List.copyOf(artefacts);
    unavailable = List.copyOf(unavailable);
  }

  public static Rendering of(Artefact... artefacts) {
    return new Rendering(List.of(artefacts), List.of());
  }

  public static Rendering notAvailable(String artefact, String reason) {
    return new Rendering(List.of(), List.of(new Unavailable(artefact, reason)));
  }
}
