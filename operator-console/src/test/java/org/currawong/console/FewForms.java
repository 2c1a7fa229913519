package org.currawong.console;

import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.currawong.domain.Command;
import org.currawong.domain.Realm;
import org.currawong.domain.alert.Alert;
import org.currawong.domain.alert.AlertStatus;
import org.currawong.domain.alert.Artefact;
import org.currawong.domain.alert.CapMessage;
import org.currawong.domain.alert.ReleaseDocument;
import org.currawong.domain.alert.WithdrawalDocument;
import org.currawong.domain.alert.WithdrawalKind;

/** A few forms of an alert, enough for pages to show: what they look like is not tested here. */
final class FewForms {

  private FewForms() {}

  static Command rendering(MemoryCore core, String id) {
    Alert a = core.read(s -> s.alert(id));
    String words = a.draft().headline() + "\n" + a.draft().instruction();
    List<Artefact> made =
        List.of(
            text("cap.xml", "application/cap+xml", "<alert>" + id + "</alert>", false),
            text("script.en.txt", "text/plain; charset=utf-8", words, false),
            new Artefact("audio.en.wav", "audio/wav", silence(), false),
            text("sms.en.txt", "text/plain; charset=utf-8", words, false),
            text("rds.txt", "text/plain; charset=utf-8", words, false),
            text("sheet.en.pdf", "application/pdf", "%PDF-1.4\n", false),
            text("phonetree.pdf", "application/pdf", "%PDF-1.4 Quenby 0255501234\n", true));
    List<Artefact> corrections =
        List.of(text("withdrawn.sms.en.txt", "text/plain; charset=utf-8", "withdrawn", false));
    made.forEach(x -> core.keep(id, x));
    corrections.forEach(x -> core.keep(id, x));
    Realm realm =
        a.draft().status() == AlertStatus.ACTUAL ? core.read(s -> s.hub().realm()) : Realm.EXERCISE;
    CapMessage cap =
        new CapMessage(
            "hub-1." + id, "Alert", a.changedAt().truncatedTo(ChronoUnit.SECONDS), "cap.xml");
    List<ReleaseDocument.WayOut> ways = List.of(way("radio"), way("print"), way("cap"), way("sms"));
    String document =
        new ReleaseDocument(
                realm,
                "hub-1",
                1,
                id,
                a.version(),
                a.draft().status(),
                a.draft().area().name(),
                a.changedAt(),
                a.draft().expires(),
                2,
                cap,
                "0".repeat(32),
                ways,
                made.stream().map(Artefact::ref).toList(),
                corrections.stream().map(Artefact::ref).toList())
            .write();
    return new Command.RecordRendering(
        id,
        a.version(),
        document,
        Artefact.sha256(document.getBytes(StandardCharsets.UTF_8)),
        cap,
        ways,
        made.stream().map(Artefact::ref).toList(),
        corrections.stream().map(Artefact::ref).toList(),
        List.of(),
        made.getLast().ref());
  }

  static Command withdrawal(MemoryCore core, String id) {
    Alert a = core.read(s -> s.alert(id));
    Artefact cancel = text("cancel.xml", "application/cap+xml", "<alert>cancel</alert>", false);
    core.keep(id, cancel);
    WithdrawalKind kind = a.withdrawal().kind();
    String document =
        new WithdrawalDocument(
                a.realm(),
                "hub-1",
                1,
                id,
                a.manifest(),
                kind,
                a.withdrawal().at(),
                a.draft().expires(),
                List.of(cancel.ref()))
            .write();
    CapMessage message =
        new CapMessage(
            "hub-1." + id + ".cancel",
            "Cancel",
            a.withdrawal().at().truncatedTo(ChronoUnit.SECONDS),
            "cancel.xml");
    return new Command.RecordWithdrawal(id, document, message, List.of(cancel.ref()));
  }

  private static ReleaseDocument.WayOut way(String name) {
    return new ReleaseDocument.WayOut(name, 1, 1, "0".repeat(64));
  }

  private static Artefact text(String name, String type, String words, boolean personal) {
    return new Artefact(name, type, words.getBytes(StandardCharsets.UTF_8), personal);
  }

  /** A tenth of a second of silence: RIFF, PCM, 8 kHz, 8 bit, mono. */
  private static byte[] silence() {
    int samples = 800;
    java.nio.ByteBuffer b =
        java.nio.ByteBuffer.allocate(44 + samples).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    b.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + samples);
    b.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    b.putShort((short) 1).putShort((short) 1).putInt(8000).putInt(8000);
    b.putShort((short) 1).putShort((short) 8);
    b.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(samples);
    while (b.hasRemaining()) {
      b.put((byte) 128);
    }
    return b.array();
  }
}
