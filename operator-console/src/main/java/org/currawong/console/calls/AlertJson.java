package org.currawong.console.calls;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.currawong.domain.State;
import org.currawong.domain.alert.Alert;
import org.currawong.domain.alert.AlertText;
import org.currawong.domain.alert.Approval;
import org.currawong.domain.alert.Area;
import org.currawong.domain.alert.ArtefactRef;
import org.currawong.domain.alert.Authority;
import org.currawong.domain.alert.CapMessage;
import org.currawong.domain.alert.Draft;
import org.currawong.domain.people.Account;

/** An alert as JSON. */
public final class AlertJson {

  private AlertJson() {}

  static Map<String, Object> of(State s, Alert a) {
    Doc doc = new Doc().put("id", a.id()).put("state", a.state().word());
    doc.put("etag", Integer.toString(a.version())).put("version", a.version());
    doc.put("manifest", a.manifest());
    doc.put("artefacts", artefacts(a.artefacts())).put("corrections", artefacts(a.corrections()));
    doc.put(
        "unavailable",
        a.unavailable().stream()
            .map(u -> new Doc().put("artefact", u.artefact()).put("reason", u.reason()).fields())
            .toList());
    doc.put("approvals", a.approvals().stream().map(p -> approval(s, p)).toList());
    doc.put("messages", messages(a)).put("drafters", a.drafters().stream().sorted().toList());
    doc.put("rejection", a.rejection()).put("realm", ReportJson.word(a.realm()));
    doc.put("released_at", a.releasedAt()).put("changed_at", a.changedAt());
    doc.put("withdrawal_asked", asked(a.asked())).put("withdrawal", withdrawal(a.withdrawal()));
    draft(doc, a.draft());
    return doc.fields();
  }

  private static void draft(Doc doc, Draft d) {
    doc.put("status", ReportJson.word(d.status())).put("hazard", ReportJson.word(d.hazard()));
    doc.put("level", ReportJson.word(d.level())).put("urgency", ReportJson.word(d.urgency()));
    doc.put("severity", ReportJson.word(d.severity()));
    doc.put("certainty", ReportJson.word(d.certainty()));
    doc.put("headline", d.headline()).put("description", d.description());
    doc.put("instruction", d.instruction()).put("area", area(d.area()));
    doc.put("effective", d.effective()).put("expires", d.expires());
    doc.put("next_update", d.nextUpdate()).put("languages", d.languages());
    Map<String, Object> texts = new LinkedHashMap<>();
    d.texts().keySet().stream().sorted().forEach(l -> texts.put(l, text(d.texts().get(l))));
    doc.put("texts", texts).put("channels", d.channels()).put("incident", d.incident());
    doc.put("sources", d.sources()).put("authority", authority(d.authority()));
  }

  private static Map<String, Object> area(Area a) {
    if (a == null) {
      return null;
    }
    Doc doc = new Doc().put("name", a.name()).put("boundary", a.boundary());
    return doc.put("polygon", a.polygon()).put("circle", a.circle()).fields();
  }

  private static Map<String, Object> authority(Authority a) {
    if (a == null) {
      return null;
    }
    Doc doc = new Doc().put("name", a.name()).put("reference", a.reference());
    return doc.put("seen_at", a.seenAt()).put("by", a.by()).fields();
  }

  private static Map<String, Object> text(AlertText t) {
    Doc doc = new Doc().put("headline", t.headline()).put("description", t.description());
    doc.put("instruction", t.instruction()).put("origin", ReportJson.word(t.origin()));
    return doc.put("read_by", t.readBy()).fields();
  }

  private static List<Map<String, Object>> artefacts(List<ArtefactRef> refs) {
    return refs.stream().map(AlertJson::artefact).toList();
  }

  private static Map<String, Object> artefact(ArtefactRef r) {
    Doc doc = new Doc().put("name", r.name()).put("type", r.type());
    return doc.put("bytes", r.bytes()).put("sha256", r.sha256()).fields();
  }

  private static Map<String, Object> approval(State s, Approval p) {
    Doc doc = new Doc().put("by", p.by()).put("user", name(s, p.by()));
    return doc.put("at", p.at()).put("n", p.n()).put("hash", p.hash()).fields();
  }

  /** The name that an account signs in with; its id where the name is gone. */
  public static String name(State s, String account) {
    Account a = s.account(account);
    return a == null ? account : a.login().open().map(Account.Login::name).orElse(account);
  }

  private static List<Map<String, Object>> messages(Alert a) {
    return a.messages().stream().map(AlertJson::message).toList();
  }

  private static Map<String, Object> message(CapMessage m) {
    Doc doc = new Doc().put("identifier", m.identifier()).put("msgType", m.msgType());
    return doc.put("sent", m.sent()).fields();
  }

  private static Map<String, Object> asked(Alert.WithdrawalAsk ask) {
    if (ask == null) {
      return null;
    }
    Doc doc = new Doc().put("kind", ask.kind().word()).put("by", ask.by());
    return doc.put("at", ask.at()).fields();
  }

  private static Map<String, Object> withdrawal(Alert.Withdrawal w) {
    if (w == null) {
      return null;
    }
    Doc doc = new Doc().put("kind", w.kind().word()).put("by", w.by());
    doc.put("seconder", w.seconder()).put("at", w.at());
    List<ArtefactRef> refs = w.artefacts() == null ? List.of() : w.artefacts();
    return doc.put("artefacts", artefacts(refs)).fields();
  }
}
