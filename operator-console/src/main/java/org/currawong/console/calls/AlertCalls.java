package org.currawong.console.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.currawong.console.ConsoleParts;
import org.currawong.console.ConsoleSettings;
import org.currawong.console.http.Ask;
import org.currawong.console.http.Fault;
import org.currawong.console.http.Reply;
import org.currawong.domain.Command;
import org.currawong.domain.alert.Alert;
import org.currawong.domain.alert.Draft;
import org.currawong.domain.text.Fit;

/** Drafting alerts, and looking at them. */
public final class AlertCalls {

  private static final int PAGE = 100;
  private static final int MOST_PAGE = 500;

  private final ConsoleParts parts;
  private final ConsoleSettings settings;
  private final Core core;

  public AlertCalls(ConsoleParts parts, ConsoleSettings settings, Core core) {
    this.parts = parts;
    this.settings = settings;
    this.core = core;
  }

  /** {@code GET /api/alerts}. */
  public Reply list(Ask ask) {
    int limit = Paging.limit(ask, PAGE, MOST_PAGE);
    long after = Paging.after(ask);
    return parts
        .board()
        .read(
            s -> {
              List<Alert> found =
                  s.alerts().stream().filter(a -> a.n() > after).limit(limit + 1L).toList();
              List<Alert> page = found.subList(0, Math.min(limit, found.size()));
              String next = found.size() > limit ? Long.toString(page.getLast().n()) : null;
              List<Map<String, Object>> rows = page.stream().map(a -> AlertJson.of(s, a)).toList();
              return Reply.json(200, new Doc().put("alerts", rows).put("next", next).fields());
            });
  }

  /** {@code GET /api/alerts/{id}}. */
  public Reply get(Ask ask) {
    return shown(200, ask.param("id"));
  }

  /** The alert as it stands now, with its ETag. */
  Reply.Bytes shown(int status, String id) {
    return parts
        .board()
        .read(
            s -> {
              Alert a = s.alert(id);
              if (a == null) {
                throw Fault.of(404, "there is no such alert");
              }
              return Reply.json(status, AlertJson.of(s, a)).with("ETag", "\"" + a.version() + "\"");
            });
  }

  /** {@code POST /api/alerts}. */
  public Reply draft(Ask ask) {
    Draft draft = DraftForm.read(ask.fields(), settings.zone(), null, reader(ask));
    String id = "a-" + Ids.random(parts.random());
    core.hand(new Command.DraftAlert(id, draft), ask.actor());
    return Saved.page(ask, page(id))
        .orElseGet(
            () -> shown(201, id).with("Location", "/api/alerts/" + id).with("X-Page", page(id)));
  }

  /** {@code PUT /api/alerts/{id}}, and its twin for plain forms. */
  public Reply edit(Ask ask) {
    String id = ask.param("id");
    Alert before = parts.board().read(s -> s.alert(id));
    if (before == null) {
      throw Fault.of(404, "there is no such alert");
    }
    int version = version(ask, before);
    Draft draft = DraftForm.read(ask.fields(), settings.zone(), before.draft(), reader(ask));
    core.hand(new Command.EditAlert(id, version, draft), ask.actor());
    return Saved.page(ask, page(id)).orElseGet(() -> shown(200, id).with("X-Page", page(id)));
  }

  private static String page(String id) {
    return "/console/alerts/" + id;
  }

  private static int version(Ask ask, Alert before) {
    Optional<String> tag = ask.header("If-Match");
    if (tag.isEmpty() && ask.fields().form()) {
      tag = Optional.ofNullable(ask.fields().text("if_match", 20));
    }
    String value =
        tag.orElseThrow(() -> Fault.of(428, "say with If-Match which version you have seen"));
    try {
      String bare = value.strip().replaceFirst("^W/", "").replace("\"", "");
      return bare.equals("*") ? before.version() : Integer.parseInt(bare);
    } catch (NumberFormatException e) {
      throw Fault.of(412, "somebody has changed this alert; look at it again");
    }
  }

  private DraftForm.Reader reader(Ask ask) {
    String account = ask.actor().id();
    return new DraftForm.Reader(account, parts.board().read(s -> AlertJson.name(s, account)));
  }

  /** {@code POST /api/alerts/limits}: how much room the words take, while they are written. */
  public Reply limits(Ask ask) {
    Draft draft = DraftForm.measured(ask.fields(), settings.zone());
    List<Map<String, Object>> rows = new ArrayList<>();
    parts
        .limits()
        .fits(draft)
        .forEach((language, ways) -> ways.forEach((way, fit) -> rows.add(row(language, way, fit))));
    Doc doc = new Doc().put("limits", rows).put("offers", Offers.of(draft));
    return Reply.json(200, doc.fields());
  }

  private static Map<String, Object> row(String language, String way, Fit fit) {
    Doc doc = new Doc().put("way", way).put("language", language);
    doc.put("words", fit.words()).put("used", fit.used()).put("allowed", fit.allowed());
    doc.put("unit", fit.unit().words()).put("parts", fit.parts());
    return doc.put("fits", fit.fits()).put("over", fit.over()).fields();
  }
}
