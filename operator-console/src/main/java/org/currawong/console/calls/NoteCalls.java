package org.currawong.console.calls;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.currawong.console.ConsoleParts;
import org.currawong.console.http.Ask;
import org.currawong.console.http.Fields;
import org.currawong.console.http.Reply;
import org.currawong.domain.Command;
import org.currawong.domain.Note;
import org.currawong.domain.State;

/** The decision log: what was done, what was not, and why. Nothing in it is ever changed. */
public final class NoteCalls {

  private static final int MOST_NOTE = 8_000;
  private static final int MOST_ID = 200;
  private static final int PAGE = 200;
  private static final int MOST_PAGE = 1000;

  private final ConsoleParts parts;
  private final Core core;
  private final ZoneId zone;

  public NoteCalls(ConsoleParts parts, Core core, ZoneId zone) {
    this.parts = parts;
    this.core = core;
    this.zone = zone;
  }

  /** {@code POST /api/notes}. */
  public Reply write(Ask ask) {
    Fields f = ask.fields();
    String text = f.required("text", MOST_NOTE);
    String about = f.text("about", MOST_ID);
    Instant happened = f.time("happened_at", zone);
    String corrects = f.text("corrects", MOST_ID);
    f.check();
    String id =
        "n-"
            + RetryKey.of(ask)
                .map(key -> parts.receipts().id("note", key))
                .orElseGet(() -> Ids.random(parts.random()));
    core.hand(new Command.WriteNote(id, about, happened, text, corrects), ask.actor());
    return Saved.page(ask, "/console/notes")
        .orElseGet(() -> Reply.json(201, new Doc().put("id", id).fields()));
  }

  /** {@code GET /api/notes}: the latest first, a page at a time. */
  public Reply list(Ask ask) {
    int limit = Paging.limit(ask, PAGE, MOST_PAGE);
    long skip = Paging.after(ask);
    return parts
        .board()
        .read(
            s -> {
              List<Note> all = latestFirst(s);
              List<Map<String, Object>> rows =
                  all.stream().skip(skip).limit(limit).map(n -> json(s, n)).toList();
              long end = skip + rows.size();
              String next = end < all.size() ? Long.toString(end) : null;
              return Reply.json(200, new Doc().put("notes", rows).put("next", next).fields());
            });
  }

  /** Every note, the latest first. */
  public static List<Note> latestFirst(State s) {
    List<Note> all = new ArrayList<>(s.notes());
    Collections.reverse(all);
    return all;
  }

  private static Map<String, Object> json(State s, Note n) {
    Doc doc = new Doc().put("id", n.id()).put("text", n.text().body()).put("about", n.about());
    doc.put("happened_at", n.happenedAt()).put("written_at", n.writtenAt());
    return doc.put("by", AlertJson.name(s, n.by())).put("corrects", n.corrects()).fields();
  }
}
