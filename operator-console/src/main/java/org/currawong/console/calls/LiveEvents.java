package org.currawong.console.calls;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.currawong.console.ConsoleParts;
import org.currawong.console.accounts.Session;
import org.currawong.console.accounts.Sessions;
import org.currawong.console.http.Ask;
import org.currawong.console.http.Fault;
import org.currawong.console.http.Reply;
import org.currawong.domain.Entry;
import org.currawong.domain.Fact;
import org.currawong.domain.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /api/events}: what changed, as server-sent events (HTML standard, section 9.2), one
 * for each entry of the log that the caller's role may know of.
 */
public final class LiveEvents implements AutoCloseable {

  /** Entries kept for those who come back; whoever was away for longer is told to look anew. */
  private static final int KEPT = 20_000;

  /** Streams at once; each holds a connection open. */
  private static final int MOST = 500;

  /** No fact says that a connection went away: it is looked for this often. */
  private static final long LOOK_MS = 1_000;

  /** Not in the log, so without an id of its own: its number is that of the last entry. */
  private static final String CARRIERS = "Carriers";

  /** Whoever hears it has missed more than is kept, and looks anew. */
  private static final String RELOAD = "Reload";

  private static final Logger LOG = LoggerFactory.getLogger(LiveEvents.class);

  private final ConsoleParts parts;
  private final Sessions sessions;
  private final Deque<Signal> recent = new ArrayDeque<>();
  private final List<Reader> readers = new CopyOnWriteArrayList<>();
  private final Runnable end;
  private final Consumer<String> signedOut = this::signedOut;
  private final Thread looking = Thread.ofVirtual().name("carriers").unstarted(this::look);
  private List<String> states = List.of();

  private record Reader(String session, String account, Set<Role> roles, Reply.Outlet outlet) {}

  private LiveEvents(ConsoleParts parts, Sessions sessions) {
    this.parts = parts;
    this.sessions = sessions;
    this.end = parts.entries().subscribe(this::heard);
    sessions.onEnd(signedOut);
  }

  public static LiveEvents launch(ConsoleParts parts, Sessions sessions) {
    LiveEvents events = new LiveEvents(parts, sessions);
    events.looking.start();
    return events;
  }

  @Override
  public void close() {
    looking.interrupt();
    end.run();
    sessions.forget(signedOut);
    readers.forEach(r -> r.outlet().close());
  }

  /** Answers with the open stream. */
  public Reply stream(Ask ask) {
    if (readers.size() >= MOST) {
      throw Fault.later(503, "too many screens are following", 30);
    }
    long last = lastSeen(ask);
    Session session = ask.session();
    Set<Role> roles = ask.actor().roles();
    return new Reply.Live(
        outlet -> {
          Reader reader = new Reader(session.id(), session.account(), roles, outlet);
          begin(reader, last);
          return () -> readers.remove(reader);
        });
  }

  /** -1 for one who comes for the first time. */
  private static long lastSeen(Ask ask) {
    try {
      return ask.header("Last-Event-ID").map(v -> Long.parseLong(v.strip())).orElse(-1L);
    } catch (NumberFormatException e) {
      throw Fault.of(400, "Last-Event-ID is the number of an event");
    }
  }

  private synchronized void begin(Reader reader, long last) {
    long now = parts.board().read(s -> s.n());
    if (last >= 0 && last < now) {
      catchUp(reader, last);
    }
    readers.add(reader);
    if (!sessions.alive(reader.session())) {
      reader.outlet().close();
    }
  }

  private void catchUp(Reader reader, long last) {
    if (recent.isEmpty() || recent.getFirst().n() > last + 1) {
      reader.outlet().write(unlogged(RELOAD));
      return;
    }
    recent.stream().filter(s -> s.n() > last).forEach(s -> send(reader, s));
  }

  private synchronized void heard(Entry entry) {
    Signal signal = Signal.of(entry);
    recent.addLast(signal);
    if (recent.size() > KEPT) {
      recent.removeFirst();
    }
    for (Reader reader : readers) {
      send(reader, signal);
    }
    if (entry.fact() instanceof Fact.AccountDisabled f) {
      sessions.endAll(f.account());
    }
  }

  /** Tells every screen once a connection is otherwise than before; figures in a reason are not. */
  private void look() {
    try {
      while (true) {
        Thread.sleep(LOOK_MS);
        tellCarriers();
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private void tellCarriers() {
    try {
      List<String> now =
          parts.carriers().get().stream().map(c -> c.name() + " " + c.state()).toList();
      if (!now.equals(states) && !states.isEmpty()) {
        String event = unlogged(CARRIERS);
        readers.forEach(reader -> reader.outlet().write(event));
      }
      states = now;
    } catch (RuntimeException stopping) {
      // The broker may be closing: the next look is a second away.
      LOG.debug("the connections could not be looked at: {}", stopping.toString());
    }
  }

  private String unlogged(String name) {
    long n = parts.board().read(s -> s.n());
    return "event: " + name + "\ndata: {\"n\":" + n + ",\"id\":\"\"}\n\n";
  }

  private static void send(Reader reader, Signal signal) {
    if (signal.forRoles(reader.roles())) {
      reader.outlet().write(signal.text());
    }
  }

  private void signedOut(String session) {
    for (Reader reader : readers) {
      if (reader.session().equals(session)) {
        reader.outlet().close();
      }
    }
  }
}
