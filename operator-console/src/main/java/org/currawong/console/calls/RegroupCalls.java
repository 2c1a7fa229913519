package org.currawong.console.calls;

import java.util.List;
import org.currawong.console.ConsoleParts;
import org.currawong.console.http.Ask;
import org.currawong.console.http.Fields;
import org.currawong.console.http.Reply;
import org.currawong.domain.Command;

/** Incidents that turn out to be one, or two. */
public final class RegroupCalls {

  private static final int MOST_REPORTS = 500;
  private static final int MOST_ID = 200;
  private static final int MOST_TITLE = 200;

  private final ConsoleParts parts;
  private final Core core;
  private final IncidentCalls incidents;

  public RegroupCalls(ConsoleParts parts, Core core, IncidentCalls incidents) {
    this.parts = parts;
    this.core = core;
    this.incidents = incidents;
  }

  /** {@code POST /api/incidents/{id}/merge}: takes all reports of the other over. */
  public Reply merge(Ask ask) {
    String id = ask.param("id");
    String other = ask.fields().required("other", MOST_ID);
    ask.fields().check();
    core.hand(new Command.MergeIncidents(id, other), ask.actor());
    return Saved.page(ask, "/console/incidents/" + id).orElseGet(() -> incidents.reply(200, id));
  }

  /** {@code POST /api/incidents/{id}/split}: some reports get an incident of their own. */
  public Reply split(Ask ask) {
    Fields f = ask.fields();
    List<String> reports = f.texts("reports", MOST_REPORTS, MOST_ID);
    String title = f.text("title", MOST_TITLE);
    if (reports == null || reports.isEmpty()) {
      f.fault("reports", "choose at least one");
    }
    f.check();
    String from = ask.param("id");
    String fresh =
        "i-"
            + RetryKey.of(ask)
                .map(key -> parts.receipts().id("split " + from, key))
                .orElseGet(() -> Ids.random(parts.random()));
    core.hand(new Command.SplitIncident(from, fresh, title, reports), ask.actor());
    String page = "/console/incidents/" + fresh;
    return Saved.page(ask, page)
        .orElseGet(
            () ->
                incidents
                    .reply(201, fresh)
                    .with("Location", "/api/incidents/" + fresh)
                    .with("X-Page", page));
  }
}
