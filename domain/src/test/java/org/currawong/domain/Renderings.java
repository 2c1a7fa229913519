package org.currawong.domain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.currawong.domain.alert.Alert;
import org.currawong.domain.alert.Artefact;
import org.currawong.domain.alert.ArtefactRef;
import org.currawong.domain.alert.CapMessage;
import org.currawong.domain.alert.Draft;
import org.currawong.domain.alert.ReleaseDocument;
import org.currawong.domain.alert.ReleaseDocument.WayOut;
import org.currawong.domain.alert.WithdrawalDocument;
import org.currawong.domain.alert.Wording;

/** What renderers would propose, with short texts for bytes. */
final class Renderings {

  private static final String SALT = "0".repeat(32);

  private Renderings() {}

  static Command.RecordRendering of(State s, String alert) {
    Alert a = s.alert(alert);
    CapMessage cap = new CapMessage("hub-" + alert, "Alert", s.at(), "cap.xml");
    List<WayOut> ways =
        List.of(way("radio", 2, 1), way("print", 1, 1), way("cap", 1, 1), way("sms", 1, 3));
    List<ArtefactRef> artefacts = new ArrayList<>();
    List<ArtefactRef> corrections = new ArrayList<>();
    for (String name : names(a.draft())) {
      artefacts.add(ref(name, alert));
      for (Wording w : Wording.values()) {
        if (w != Wording.ALERT && !name.equals("cap.xml")) {
          corrections.add(ref(w.prefix() + name, alert));
        }
      }
    }
    String document = document(s, a, cap, ways, artefacts, corrections);
    return new Command.RecordRendering(
        alert,
        a.version(),
        document,
        Artefact.sha256(document.getBytes(StandardCharsets.UTF_8)),
        cap,
        ways,
        artefacts,
        corrections,
        List.of(),
        ref("recipients.json", alert));
  }

  private static List<String> names(Draft d) {
    List<String> names = new ArrayList<>(List.of("cap.xml", "phonetree.pdf", "rds.txt"));
    for (String l : d.languages()) {
      names.addAll(List.of("audio." + l + ".wav", "script." + l + ".txt", "sheet." + l + ".pdf"));
      names.add("sms." + l + ".txt");
    }
    return names;
  }

  private static String document(
      State s,
      Alert a,
      CapMessage cap,
      List<WayOut> ways,
      List<ArtefactRef> artefacts,
      List<ArtefactRef> corrections) {
    Draft d = a.draft();
    Instant from = d.effective() == null ? cap.sent() : d.effective();
    return new ReleaseDocument(
            AlertRules.realm(s, a),
            "hub",
            1,
            a.id(),
            a.version(),
            d.status(),
            d.area().name(),
            from,
            d.expires(),
            ApprovalRules.APPROVALS,
            cap,
            SALT,
            ways,
            artefacts,
            corrections)
        .write();
  }

  /** The document of the withdrawal as it now stands, with a CAP Cancel. */
  static Command.RecordWithdrawal withdrawal(State s, String alert) {
    Alert a = s.alert(alert);
    Alert.Withdrawal w = a.withdrawal();
    String name = w.kind().wording().prefix() + "cap.xml";
    CapMessage cancel = new CapMessage("hub-" + alert + "-c", "Cancel", s.at(), name);
    List<ArtefactRef> made = List.of(ref(name, alert));
    Instant until = a.draft().expires().plus(WithdrawalRules.AFTER_END);
    String document =
        new WithdrawalDocument(
                a.realm(), "hub", 1, alert, a.manifest(), w.kind(), w.at(), until, made)
            .write();
    return new Command.RecordWithdrawal(alert, document, cancel, made);
  }

  static ArtefactRef ref(String name, String alert) {
    byte[] bytes = (alert + name).getBytes(StandardCharsets.UTF_8);
    return new Artefact(name, "text/plain", bytes, false).ref();
  }

  private static WayOut way(String name, int repeats, int recipients) {
    return new WayOut(name, repeats, recipients, Artefact.sha256(new byte[0]));
  }
}
