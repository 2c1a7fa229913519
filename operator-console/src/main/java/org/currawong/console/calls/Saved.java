package org.currawong.console.calls;

import java.util.Optional;
import org.currawong.console.http.Ask;
import org.currawong.console.http.Reply;

/** After a change: a plain form is led to a page, a script gets JSON. */
final class Saved {

  private Saved() {}

  /** The way to the page, for a form that a browser sent by itself. */
  static Optional<Reply> page(Ask ask, String path) {
    boolean plain = ask.fields().form() && ask.wantsPage();
    return plain ? Optional.of(Reply.seeOther(path)) : Optional.empty();
  }
}
