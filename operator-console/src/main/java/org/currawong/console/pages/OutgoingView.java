package org.currawong.console.pages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.currawong.console.ConsoleParts;
import org.currawong.domain.alert.Alert;
import org.currawong.domain.alert.ArtefactName;
import org.currawong.domain.alert.ArtefactRef;
import org.currawong.domain.alert.Wording;

/** Everything that will go out, to be heard and read before anybody says yes. */
final class OutgoingView {

  /** A text longer than this is offered as a link alone. */
  private static final long SHOWN_BYTES = 64 * 1024;

  private final ConsoleParts parts;

  OutgoingView(ConsoleParts parts) {
    this.parts = parts;
  }

  /**
   * @param people true where lists of people may be opened
   */
  Html of(Alert a, boolean people) {
    if (a.manifest() == null) {
      return Html.of("<p>Nothing yet: it is made once the alert has been submitted.</p>");
    }
    return Html.join(sorted(a.artefacts()).map(r -> one(a.id(), r, people)))
        .and(missing(a, Wording.ALERT))
        .and(corrections(a, people));
  }

  private Html corrections(Alert a, boolean people) {
    Html missing =
        Html.join(
            Stream.of(Wording.WITHDRAWN, Wording.ERROR, Wording.REPLACED).map(w -> missing(a, w)));
    return Html.of(
        "<details id=\"corrections\"><summary>What goes out if it is taken back</summary>{}{}"
            + "</details>",
        Html.join(sorted(a.corrections()).map(r -> one(a.id(), r, people))),
        missing);
  }

  /** What could not be made, and why; never replaced by another language. */
  private static Html missing(Alert a, Wording wording) {
    return Html.join(
        a.unavailable().stream()
            .filter(u -> ArtefactName.of(u.artefact()).wording() == wording)
            .map(
                u ->
                    Html.of(
                        "<p class=\"bad\">{}: not available, {}</p>",
                        title(u.artefact()),
                        u.reason())));
  }

  /** First what is heard and read by most, as people look through it. */
  private static Stream<ArtefactRef> sorted(List<ArtefactRef> refs) {
    return refs.stream()
        .sorted(
            Comparator.comparing((ArtefactRef r) -> ArtefactName.of(r.name()).wording())
                .thenComparing(r -> kind(ArtefactName.of(r.name()).base())));
  }

  private Html one(String alert, ArtefactRef r, boolean people) {
    Html link = Html.of("/api/alerts/{}/artefacts/{}", alert, r.name());
    Html name = Html.of("<h3>{}</h3>", title(r));
    if (r.type().startsWith("audio/")) {
      return name.and(
          Html.of(
              "<audio controls preload=\"none\" src=\"{}\" aria-label=\"{}\"></audio>",
              link,
              title(r)));
    }
    if (r.personal() && !people) {
      return name.and(Html.of("<p class=\"soft\">A list of people: for coordinators.</p>"));
    }
    boolean text = r.type().startsWith("text/") && !r.personal() && r.bytes() <= SHOWN_BYTES;
    if (text) {
      return name.and(shown(alert, r));
    }
    return name.and(
        Html.of(
            "<p><a href=\"{}\" target=\"_blank\" rel=\"noopener\">Open {}</a> ({} KB){}</p>",
            link,
            r.name(),
            Math.max(1, r.bytes() / 1024),
            Html.of(" <small>Opening it is written down.</small>").when(r.personal())));
  }

  private Html shown(String alert, ArtefactRef r) {
    String language = ArtefactName.of(r.name()).language();
    try {
      String words = new String(parts.artefacts().read(alert, r), StandardCharsets.UTF_8);
      return Html.of("<pre dir=\"auto\" lang=\"{}\">{}</pre>", language, words);
    } catch (IOException e) {
      return Html.of("<p class=\"bad\">The kept text does not open: {}</p>", e.getMessage());
    }
  }

  static String title(ArtefactRef r) {
    return title(r.name());
  }

  /** What people call it, such as "The recording, English". */
  private static String title(String artefact) {
    ArtefactName name = ArtefactName.of(artefact);
    int kind = kind(name.base());
    if (kind == TITLES.size()) {
      return artefact;
    }
    String language = name.language() == null ? "" : ", " + Labels.language(name.language());
    Matcher part = PART.matcher(name.base());
    String number = part.find() ? ", part " + part.group(1) : "";
    String when = name.wording() == Wording.ALERT ? "" : WHEN.get(name.wording()) + ": ";
    return when + TITLES.get(kind).get(1) + language + number;
  }

  /** The place of a form in {@link #TITLES}, or after all of them. */
  private static int kind(String base) {
    int at = 0;
    while (at < TITLES.size() && !base.startsWith(TITLES.get(at).getFirst())) {
      at++;
    }
    return at;
  }

  private static final Pattern PART = Pattern.compile("\\.(\\d+)\\.[a-z]+$");

  private static final Map<Wording, String> WHEN =
      Map.of(
          Wording.WITHDRAWN, "If it is being checked",
          Wording.ERROR, "If it was a mistake",
          Wording.REPLACED, "If it is replaced");

  private static final List<List<String>> TITLES =
      List.of(
          List.of("audio.", "The recording"),
          List.of("script.", "The words of the recording"),
          List.of("sms.", "By SMS"),
          List.of("sheet.", "The sheet to print"),
          List.of("phonetree", "The telephone list to print"),
          List.of("mesh.", "By mesh radio"),
          List.of("rds", "On radio displays"),
          List.of("cap", "In the CAP feed"));
}
