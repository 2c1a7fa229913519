package org.currawong.domain;

import java.util.List;
import org.currawong.domain.alert.Artefact;
import org.currawong.domain.alert.ArtefactRef;
import org.currawong.domain.alert.CapMessage;
import org.currawong.domain.report.Assessment;
import org.currawong.domain.report.ReportBody;

/** {@link WellFormed} for what parts of the hub hand in: ways in, inference, renderers, a UPS. */
final class ProposalForm {

  /** Raw bytes in Base64 as the queues carry them (the broker's limit on a hand-over). */
  private static final int MAX_RAW = 512 * 1024;

  /** An answer of inference: a translation may be longer than what it translates. */
  private static final int MAX_ANSWER = 4 * ReportBody.MAX_TEXT_BYTES;

  /** Why a rung answered so: quotes the words it went by. */
  private static final int MAX_WHY = 2 * 1024;

  /** Answers of one rung about one report: several for each duty. */
  private static final int MAX_ANSWERS = 100;

  /** A document that names every artefact of an alert in every language. */
  private static final int MAX_DOCUMENT = 1024 * 1024;

  /** Variables of one UPS: the richest of those seen report about a hundred. */
  private static final int MAX_READINGS = 500;

  private ProposalForm() {}

  static Decision report(Command.TakeReport x) {
    Fields f =
        new Fields()
            .id("report", x.report())
            .need("via", x.via())
            .words("sender", x.sender(), WellFormed.MAX_LINE)
            .someWords("body_digest", x.bodyDigest(), WellFormed.MAX_LINE)
            .need("text", x.body());
    ReportBody b = x.body();
    return b == null
        ? f.refusal()
        : f.words("lang", b.language(), WellFormed.MAX_LINE)
            .words("place", b.place(), WellFormed.MAX_LINE)
            .coordinates("place", b.lat(), b.lon())
            .words("name", b.name(), WellFormed.MAX_LINE)
            .words("contact", b.contact(), WellFormed.MAX_LINE)
            .words("caller", b.caller(), WellFormed.MAX_LINE)
            .time("at", b.happenedAt())
            .words("receipt", b.receipt(), WellFormed.MAX_LINE)
            .words("raw", b.raw(), MAX_RAW)
            .refusal();
  }

  static Decision answers(Command.RecordAssessments x) {
    Fields f = new Fields().id("report", x.report()).someList("answers", x.answers());
    if (x.answers() != null) {
      f.fault(x.answers().size() > MAX_ANSWERS, "answers", "more answers than there are duties");
      x.answers().stream().filter(a -> a != null).forEach(a -> answer(f, a));
    }
    return f.refusal();
  }

  private static void answer(Fields f, Assessment a) {
    f.need("duty", a.duty())
        .need("answer", a.answer())
        .words("answer", a.answer(), MAX_ANSWER)
        .place("place", a.place(), WellFormed.MAX_LINE)
        .someWords("by", a.by(), WellFormed.MAX_LINE)
        .words("why", a.why(), MAX_WHY);
  }

  static Decision rendering(Command.RecordRendering x) {
    Fields f =
        new Fields()
            .name("alert", x.alert())
            .someWords("document", x.document(), MAX_DOCUMENT)
            .someWords("manifest", x.manifest(), WellFormed.MAX_LINE)
            .someList("ways", x.ways())
            .someList("unavailable", x.unavailable());
    cap(f, x.cap());
    artefacts(f, "artefacts", x.artefacts());
    artefacts(f, "corrections", x.corrections());
    if (x.ways() != null) {
      x.ways().stream().filter(w -> w != null).forEach(w -> f.name("ways", w.way()));
    }
    return f.refusal();
  }

  static Decision withdrawal(Command.RecordWithdrawal x) {
    Fields f =
        new Fields().name("alert", x.alert()).someWords("document", x.document(), MAX_DOCUMENT);
    if (x.cancel() != null) {
      cap(f, x.cancel());
    }
    artefacts(f, "artefacts", x.artefacts());
    return f.refusal();
  }

  private static void cap(Fields f, CapMessage m) {
    f.need("cap", m);
    if (m != null) {
      f.someWords("cap", m.identifier(), WellFormed.MAX_LINE)
          .need("cap", m.msgType())
          .need("cap", m.sent())
          .name("cap", m.artefact());
    }
  }

  private static void artefacts(Fields f, String field, List<ArtefactRef> all) {
    f.someList(field, all);
    if (all != null) {
      all.stream()
          .filter(a -> a != null)
          .forEach(
              a ->
                  f.name(field, a.name())
                      .fault(!isHash(a.sha256()), field, "its hash is 64 hex digits"));
    }
  }

  private static boolean isHash(String s) {
    return s != null && s.length() == Artefact.sha256(new byte[0]).length();
  }

  static Decision power(Command.RecordPower x) {
    Fields f =
        new Fields()
            .someWords("ups", x.ups(), WellFormed.MAX_LINE)
            .need("rung", x.rung())
            .someList("words", x.words())
            .need("readings", x.readings());
    if (x.readings() != null) {
      f.fault(x.readings().size() > MAX_READINGS, "readings", "more than a UPS reports")
          .list("readings", x.readings().keySet())
          .list("readings", x.readings().values());
    }
    return f.refusal();
  }
}
