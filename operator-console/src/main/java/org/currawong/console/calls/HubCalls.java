package org.currawong.console.calls;

import java.util.List;
import java.util.Map;
import org.currawong.console.Carrier;
import org.currawong.console.ConsoleParts;
import org.currawong.console.Power;
import org.currawong.console.http.Ask;
import org.currawong.console.http.Fault;
import org.currawong.console.http.Reply;

/** How the hub itself is. */
public final class HubCalls {

  private final ConsoleParts parts;

  public HubCalls(ConsoleParts parts) {
    this.parts = parts;
  }

  /** {@code GET /api/channels}: each way in and out, and how it is. */
  public Reply channels(Ask ask) {
    List<Map<String, Object>> rows = parts.carriers().get().stream().map(HubCalls::row).toList();
    return Reply.json(200, new Doc().put("channels", rows).put("next", null).fields());
  }

  private static Map<String, Object> row(Carrier c) {
    Doc doc = new Doc().put("name", c.name()).put("words", c.words());
    return doc.put("state", c.state()).put("reason", c.reason()).fields();
  }

  /** {@code GET /api/power}: what the UPS says, and what the hub makes of it. */
  public Reply power(Ask ask) {
    Power power = parts.power();
    return Reply.json(
        200, PowerJson.of(power.sight().get(), power.readOnly(), parts.clock().instant()));
  }

  /** {@code GET /health/live}: this process answers. */
  public Reply live(Ask ask) {
    fromHere(ask);
    return Reply.text(200, "live\n");
  }

  /** {@code GET /health/ready}: log and broker are up, and so is the web, since it answers. */
  public Reply ready(Ask ask) {
    fromHere(ask);
    if (!parts.ready().getAsBoolean()) {
      throw Fault.later(503, "not ready", 2);
    }
    return Reply.text(200, "ready\n");
  }

  private static void fromHere(Ask ask) {
    if (!ask.origin().loopback()) {
      throw Fault.of(403, "only this machine's own supervisor is answered");
    }
  }
}
