package org.currawong.console.calls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.currawong.console.ConsoleParts;
import org.currawong.console.http.Ask;
import org.currawong.console.http.Fault;
import org.currawong.console.http.Reply;
import org.currawong.domain.Command;
import org.currawong.domain.Role;
import org.currawong.domain.alert.Alert;
import org.currawong.domain.alert.ArtefactRef;

/** What an alert became: its bytes, what may leave, and how far each copy has come. */
public final class ArtefactCalls {

  private final ConsoleParts parts;
  private final Core core;

  public ArtefactCalls(ConsoleParts parts, Core core) {
    this.parts = parts;
    this.core = core;
  }

  /** {@code GET /api/alerts/{id}/artefacts/{name}}: the exact bytes. */
  public Reply artefact(Ask ask) throws IOException {
    Alert alert = alert(ask);
    ArtefactRef ref = find(alert, ask.param("name"));
    if (ref.personal()) {
      openList(ask, alert, ref);
    }
    byte[] bytes = parts.artefacts().read(alert.id(), ref);
    return Reply.of(200, ref.type(), bytes)
        .with("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
        .with("Content-Disposition", "inline; filename=\"" + alert.id() + "-" + ref.name() + "\"")
        .with("ETag", "\"" + ref.sha256() + "\"");
  }

  /** Lists of people are for coordinators, and who opened one stands in the log. */
  private void openList(Ask ask, Alert alert, ArtefactRef ref) {
    if (!ask.has(Role.COORDINATOR)) {
      throw Fault.of(403, "lists of people are for coordinators");
    }
    core.hand(new Command.OpenDirectory(alert.id() + "/" + ref.name()), ask.actor());
  }

  private static ArtefactRef find(Alert alert, String name) {
    return alert
        .artefact(name)
        .orElseThrow(() -> Fault.of(404, "this alert has nothing of that name"));
  }

  /** {@code GET /api/alerts/{id}/release}: the release document's exact bytes. */
  public Reply release(Ask ask) {
    Alert alert = alert(ask);
    if (alert.document() == null) {
      throw Fault.of(404, "nothing is rendered yet");
    }
    byte[] bytes = alert.document().getBytes(StandardCharsets.UTF_8);
    return Reply.of(200, "application/json", bytes).with("ETag", "\"" + alert.manifest() + "\"");
  }

  /** {@code GET /api/alerts/{id}/deliveries}. */
  public Reply deliveries(Ask ask) {
    Alert alert = alert(ask);
    List<Map<String, Object>> rows =
        parts.board().read(s -> Copies.of(s, alert)).stream().map(ArtefactCalls::row).toList();
    return Reply.json(200, new Doc().put("deliveries", rows).put("next", null).fields());
  }

  private static Map<String, Object> row(Copies.Copy c) {
    Doc doc = new Doc().put("way", c.way()).put("recipient", c.recipient());
    doc.put("state", c.state().word()).put("reason", c.reason()).put("at", c.at());
    return doc.put("order", c.order()).put("correction", c.correction()).fields();
  }

  private Alert alert(Ask ask) {
    Alert alert = parts.board().read(s -> s.alert(ask.param("id")));
    if (alert == null) {
      throw Fault.of(404, "there is no such alert");
    }
    return alert;
  }
}
