package org.currawong.console;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.currawong.console.accounts.AccountRealm;
import org.currawong.console.accounts.Sessions;
import org.currawong.console.accounts.Setup;
import org.currawong.console.accounts.SignIn;
import org.currawong.console.calls.Core;
import org.currawong.console.calls.LiveEvents;
import org.currawong.console.calls.LogCalls;
import org.currawong.console.http.DeskParts;
import org.currawong.console.http.Hosts;
import org.currawong.console.http.Route;
import org.currawong.console.http.WebServer;
import org.currawong.console.pages.Assets;
import org.currawong.console.pages.Pages;

/** The console as one part of the hub: listens from {@link #launch} until {@link #close}. */
public final class Console implements AutoCloseable {

  private static final Set<String> THIS_MACHINE = Set.of("0.0.0.0", "::", "localhost");

  private final String host;
  private final WebServer server;
  private final LiveEvents events;
  private final Setup setup;
  private final List<Route> routes;

  private Console(
      String host, WebServer server, LiveEvents events, Setup setup, List<Route> routes) {
    this.host = host;
    this.server = server;
    this.events = events;
    this.setup = setup;
    this.routes = routes;
  }

  /**
   * Begins to serve.
   *
   * @throws IOException when a port is taken or a certificate can't be read, in plain words
   */
  public static Console launch(ConsoleParts parts, ConsoleSettings settings) throws IOException {
    Sessions sessions = new Sessions(parts.random(), parts.clock());
    AccountRealm realm = new AccountRealm(parts.board());
    Setup setup = new Setup(parts.board(), parts.random(), parts.clock());
    Core core = new Core(parts.intake());
    LiveEvents events = LiveEvents.launch(parts, sessions);
    LogCalls log = new LogCalls(parts, settings, core);
    Pages pages = Pages.of(parts, settings, core, setup, log);
    List<Route> routes = new ArrayList<>();
    SignIn signIn = new SignIn(realm, sessions, parts.clock());
    routes.addAll(
        ApiRoutes.of(
            parts,
            settings,
            core,
            new ApiRoutes.Entrance(sessions, realm, signIn, setup),
            events,
            log));
    routes.addAll(PageRoutes.of(pages, new Assets()));
    routes.replaceAll(new ReadOnly(parts.power())::guard);
    Hosts hosts = new Hosts(settings.host(), settings.publicUrl());
    try {
      DeskParts desk = new DeskParts(routes, hosts, sessions, realm, pages::fault);
      return new Console(
          settings.host(), WebServer.launch(settings, desk), events, setup, List.copyOf(routes));
    } catch (IOException | RuntimeException e) {
      events.close();
      throw e;
    }
  }

  /** Where this machine reaches it. */
  public URI address() {
    String bare = host.replaceAll("[\\[\\]]", "");
    String reached = THIS_MACHINE.contains(bare) ? "127.0.0.1" : bare;
    String written = reached.contains(":") ? "[" + reached + "]" : reached;
    return URI.create("http://" + written + ":" + port() + "/");
  }

  /** The port of plain http. */
  public int port() {
    return server.port();
  }

  /** The port of TLS; -1 without. */
  public int tlsPort() {
    return server.tlsPort();
  }

  /** The one-time code of a hub without people; empty once it has some. */
  public Optional<String> setupCode() {
    return setup.code();
  }

  /** Every call and page, for tests of rights and of the documentation. */
  public List<Route> routes() {
    return routes;
  }

  @Override
  public void close() {
    events.close();
    server.close();
  }
}
