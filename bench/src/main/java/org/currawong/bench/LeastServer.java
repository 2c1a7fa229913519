package org.currawong.bench;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.currawong.console.ConsoleSettings;
import org.currawong.console.accounts.AccountRealm;
import org.currawong.console.accounts.Right;
import org.currawong.console.accounts.Sessions;
import org.currawong.console.http.DeskParts;
import org.currawong.console.http.Hosts;
import org.currawong.console.http.Limits;
import org.currawong.console.http.Reply;
import org.currawong.console.http.Route;
import org.currawong.console.http.WebServer;
import org.currawong.domain.State;

/** The hub's own web server with one call that does next to nothing. */
final class LeastServer {

  private static final String HOST = "127.0.0.1";

  /** As much as the hub says to a report. */
  private static final Reply TAKEN =
      Reply.json(
          201, Map.of("id", "r".repeat(18), "receipt", "r".repeat(26), "words", "w".repeat(60)));

  private LeastServer() {}

  /** Answers at once. */
  static WebServer empty() throws IOException {
    return launch(ask -> TAKEN);
  }

  /** Writes and forces before it answers. */
  static WebServer forcing(BareFile file, int bytes) throws IOException {
    byte[] line = new byte[bytes];
    return launch(
        ask -> {
          file.append(line);
          return TAKEN;
        });
  }

  private static WebServer launch(Route.Handler handler) throws IOException {
    Route route = new Route("POST", "/api/reports", Right.HAND_IN, Limits.REPORT, handler);
    DeskParts parts =
        new DeskParts(
            List.of(route),
            new Hosts(HOST, null),
            new Sessions(new SecureRandom(), Clock.systemUTC()),
            new AccountRealm(LeastServer::nobody),
            fault -> "");
    return WebServer.launch(settings(), parts);
  }

  private static <T> T nobody(Function<State, T> question) {
    return question.apply(new State());
  }

  private static ConsoleSettings settings() {
    return new ConsoleSettings(
        HOST, 0, null, null, "bench", ZoneOffset.UTC, List.of("en"), List.of(), false, 1, 1);
  }
}
