package org.currawong.channels.cap;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.currawong.domain.alert.AlertStatus;
import org.currawong.domain.alert.Artefact;
import org.currawong.domain.alert.RenderInput;
import org.currawong.domain.alert.Renderer;
import org.currawong.domain.alert.Rendering;
import org.currawong.domain.alert.Unavailable;
import org.currawong.domain.alert.Wording;
import org.currawong.domain.phrase.AlertWords;
import org.currawong.domain.phrase.PhraseBank;
import org.currawong.domain.phrase.Speaker;

/**
 * {@code cap.xml}: one CAP 1.2 message with an info for each language, marked and coded for the
 * Australian profile (OASIS CAP 1.2, section 3.2; EDXL-CAP 1.2-AU v1.0).
 *
 * <p>Alert and Update are rendered with the draft; a Cancel is made at withdrawal: the same call
 * with a correction's wording, {@code msgType} Cancel and the references of what it ends.
 */
public final class CapRenderer implements Renderer {

  /** CAP 1.2's namespace. */
  public static final String NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2";

  /** CAP's media type. */
  public static final String TYPE = "application/cap+xml";

  static final String PROFILE = NAMESPACE + ":profile:CAP-AU:1.0";
  private static final String NAME = "cap.xml";

  private final PhraseBank bank;

  /**
   * @param bank where frames and fixed words are taken from
   */
  public CapRenderer(PhraseBank bank) {
    this.bank = bank;
  }

  @Override
  public String way() {
    return "cap";
  }

  @Override
  public boolean eachLanguage() {
    return false;
  }

  @Override
  public boolean corrections() {
    return false;
  }

  /**
   * Renders all of the draft's languages that have words; the others are said to be missing. A
   * message that would break CAP's rules is not made: the faults are said instead.
   */
  @Override
  public Rendering render(RenderInput input, Wording wording, String language) {
    String kept = input.cap().artefact();
    String name = kept == null || kept.isBlank() ? wording.prefix() + NAME : kept;
    List<AlertWords> infos = new ArrayList<>();
    List<Unavailable> missing = new ArrayList<>();
    for (String each : input.draft().languages()) {
      AlertWords.of(bank, input.draft(), wording, each, speaker(input))
          .ifPresentOrElse(
              infos::add,
              () -> missing.add(new Unavailable(name + " in " + each, "no words in it")));
    }
    if (infos.isEmpty() || input.draft().area() == null) {
      return Rendering.notAvailable(name, "no words or no area");
    }
    byte[] bytes = write(input, infos);
    List<String> faults = CapCheck.faults(bytes);
    return faults.isEmpty()
        ? new Rendering(List.of(new Artefact(name, TYPE, bytes, false)), missing)
        : Rendering.notAvailable(name, String.join("; ", faults));
  }

  /** A Cancel tells when the alert that it takes back was sent, not its own time. */
  private static Speaker speaker(RenderInput input) {
    Speaker now = Speaker.of(input);
    return input.capReferences().stream()
        .findFirst()
        .filter(first -> input.cap().msgType().equals("Cancel"))
        .map(Reference::of)
        .map(
            it ->
                new Speaker(
                    now.hubName(), now.publicUrl(), now.zone(), it.sent(), now.demonstration()))
        .orElse(now);
  }

  private byte[] write(RenderInput input, List<AlertWords> infos) {
    try {
      CapWriter out = new CapWriter("alert", NAMESPACE);
      head(out, input, infos.getFirst());
      CapInfo info = new CapInfo(out, input, bank);
      for (AlertWords words : infos) {
        info.write(words);
      }
      return out.finish();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory does not fail", e);
    }
  }

  private static void head(CapWriter out, RenderInput input, AlertWords words)
      throws XMLStreamException {
    out.element("identifier", input.cap().identifier());
    out.element("sender", input.capSender());
    out.element("sent", CapTime.write(input.cap().sent(), input.zone()));
    out.element("status", status(input));
    out.element("msgType", input.cap().msgType());
    out.element("source", input.hubName());
    out.element("scope", "Public");
    out.element("code", PROFILE);
    out.element("note", note(words));
    out.element("references", references(input));
  }

  /** A demonstration is a Test ("all recipients disregard"), never Actual. */
  private static String status(RenderInput input) {
    AlertStatus status = Objects.requireNonNull(input.draft().status(), "an alert has a status");
    return input.demonstration() && status == AlertStatus.ACTUAL
        ? AlertStatus.TEST.word()
        : status.word();
  }

  private static String note(AlertWords words) {
    return Stream.of(words.mark(), words.notice(), words.isCorrection() ? words.headline() : "")
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(". "));
  }

  /** Triples as CAP writes them, their time in the very form that {@code sent} had. */
  private static String references(RenderInput input) {
    return input.capReferences().stream()
        .map(triple -> Reference.of(triple).write(input.zone()))
        .collect(Collectors.joining(" "));
  }
}
