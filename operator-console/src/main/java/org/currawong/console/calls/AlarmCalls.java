package org.currawong.console.calls;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import org.currawong.console.http.Ask;
import org.currawong.console.http.Fields;
import org.currawong.console.http.Reply;
import org.currawong.domain.Command;

/** Alarms that sound until somebody says that they were heard. */
public final class AlarmCalls {

  private static final int MOST_ID = 200;

  /** One alert's ways out. */
  private static final int MOST_AT_ONCE = 50;

  private final Core core;

  public AlarmCalls(Core core) {
    this.core = core;
  }

  /** {@code POST /api/alarms/heard}: quiet on every console; what it tells of stays on screen. */
  public Reply heard(Ask ask) {
    Fields f = ask.fields();
    List<String> alarms =
        f.raw("alarm") instanceof ArrayNode
            ? f.texts("alarm", MOST_AT_ONCE, MOST_ID)
            : List.of(f.required("alarm", MOST_ID));
    f.check();
    alarms.forEach(alarm -> core.hand(new Command.AcknowledgeAlarm(alarm), ask.actor()));
    return Saved.page(ask, "/console/alerts")
        .orElseGet(() -> Reply.json(200, new Doc().put("alarm", alarms).fields()));
  }
}
