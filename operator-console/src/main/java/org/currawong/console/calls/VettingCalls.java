package org.currawong.console.calls;

import java.util.Map;
import org.currawong.console.ConsoleParts;
import org.currawong.console.http.Ask;
import org.currawong.console.http.Fault;
import org.currawong.console.http.Fields;
import org.currawong.console.http.Reply;
import org.currawong.domain.Command;
import org.currawong.domain.Decision;
import org.currawong.domain.alert.Alert;
import org.currawong.domain.alert.WithdrawalKind;

/** Submitting, approving, rejecting and withdrawing; every rule is the core's. */
public final class VettingCalls {

  private static final int MANIFEST = 64;
  private static final int MOST_WORDS = 1000;

  private final ConsoleParts parts;
  private final Core core;
  private final AlertCalls alerts;

  public VettingCalls(ConsoleParts parts, Core core, AlertCalls alerts) {
    this.parts = parts;
    this.core = core;
    this.alerts = alerts;
  }

  /** {@code POST /api/alerts/{id}/submit}. */
  public Reply submit(Ask ask) {
    return done(ask, new Command.SubmitAlert(ask.param("id")));
  }

  /** {@code POST /api/alerts/{id}/approvals}. */
  public Reply approve(Ask ask) {
    Fields f = ask.fields();
    String manifest = f.required("manifest", MANIFEST);
    String confirm = f.text("confirm", MOST_WORDS);
    f.check();
    return done(ask, new Command.ApproveAlert(ask.param("id"), manifest, confirm));
  }

  /** {@code POST /api/alerts/{id}/rejections}. */
  public Reply reject(Ask ask) {
    String reason = ask.fields().required("reason", MOST_WORDS);
    ask.fields().check();
    return done(ask, new Command.RejectAlert(ask.param("id"), reason));
  }

  /** {@code POST /api/alerts/{id}/withdrawal}: 200, or 202 where a second person is awaited. */
  public Reply withdraw(Ask ask) {
    Fields f = ask.fields();
    WithdrawalKind kind = f.word("kind", WithdrawalKind.class);
    String reason = f.required("reason", MOST_WORDS);
    if (kind == null) {
      f.fault("kind", "one of withdrawn, error, replaced is wanted");
    }
    f.check();
    return done(ask, new Command.WithdrawAlert(ask.param("id"), kind, reason));
  }

  private Reply done(Ask ask, Command command) {
    String id = ask.param("id");
    Decision decision = core.hand(command, ask.actor());
    return Saved.page(ask, "/console/alerts/" + id)
        .orElseGet(
            () ->
                decision instanceof Decision.Pending
                    ? pending(id)
                    : alerts.shown(200, id).with("X-Page", "/console/alerts/" + id));
  }

  private Reply pending(String id) {
    Alert.WithdrawalAsk ask = parts.board().read(s -> s.alert(id).asked());
    if (ask == null) {
      throw Fault.of(409, "this was decided meanwhile; look at the alert again");
    }
    Doc doc = new Doc().put("kind", ask.kind().word()).put("by", ask.by()).put("at", ask.at());
    Map<String, Object> waiting = doc.fields();
    return Reply.json(202, new Doc().put("pending", waiting).fields())
        .with("X-Page", "/console/alerts/" + id);
  }
}
