package org.currawong.console.http;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.currawong.console.ConsoleSettings;

/** Listens. One event loop parses; {@link Desk} hands each request to a virtual thread. */
public final class WebServer implements AutoCloseable {

  /** Binding a port is immediate or fails. */
  private static final int START_SECONDS = 20;

  /** Open answers get this long at a stop. */
  private static final int STOP_SECONDS = 5;

  private final Vertx vertx;
  private final Desk desk;
  private final Map<String, AtomicInteger> addresses = new ConcurrentHashMap<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final Set<HttpConnection> silent = ConcurrentHashMap.newKeySet();
  private final List<HttpServer> servers = new ArrayList<>();

  private WebServer(Vertx vertx, Desk desk) {
    this.vertx = vertx;
    this.desk = desk;
  }

  /**
   * Begins to listen.
   *
   * @throws IOException when a port is taken or a certificate can't be read, in plain words
   */
  public static WebServer launch(ConsoleSettings settings, DeskParts parts) throws IOException {
    VertxOptions options = new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(2);
    options.setInternalBlockingPoolSize(2).setUseDaemonThread(true);
    options.getFileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
    Vertx vertx = Vertx.vertx(options);
    WebServer server = new WebServer(vertx, new Desk(parts));
    try {
      Router router = server.desk.router(vertx);
      server.listen(plain(), settings.host(), settings.port(), router);
      if (settings.tls() != null) {
        server.listen(secure(settings.tls()), settings.host(), settings.tls().port(), router);
      }
      return server;
    } catch (IOException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  /** The port that plain http listens on. */
  public int port() {
    return servers.getFirst().actualPort();
  }

  /** The port that TLS listens on; -1 without TLS. */
  public int tlsPort() {
    return servers.size() > 1 ? servers.get(1).actualPort() : -1;
  }

  @Override
  public void close() {
    try {
      vertx.close().toCompletionStage().toCompletableFuture().get(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      // The process ends or another server takes the port: neither waits for a slow reader.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      desk.close();
    }
  }

  private void listen(HttpServerOptions options, String host, int port, Router router)
      throws IOException {
    HttpServer server = vertx.createHttpServer(options);
    server.connectionHandler(this::admit);
    server.requestHandler(
        request -> {
          silent.remove(request.connection());
          router.handle(request);
        });
    try {
      server
          .listen(port, host)
          .toCompletionStage()
          .toCompletableFuture()
          .get(START_SECONDS, TimeUnit.SECONDS);
      servers.add(server);
    } catch (ExecutionException | TimeoutException e) {
      Throwable why = e.getCause() == null ? e : e.getCause();
      throw new IOException(
          "can't listen on " + host + " port " + port + ": " + why.getMessage(), why);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while starting to listen", e);
    }
  }

  private static HttpServerOptions plain() {
    return new HttpServerOptions()
        .setMaxInitialLineLength(Limits.REQUEST_LINE)
        .setMaxHeaderSize(Limits.HEADERS)
        .setIdleTimeout((int) Limits.IDLE.toSeconds())
        .setIdleTimeoutUnit(TimeUnit.SECONDS)
        .setHandle100ContinueAutomatically(true)
        .setHttp2ClearTextEnabled(false)
        .setAlpnVersions(List.of(HttpVersion.HTTP_1_1))
        .setCompressionSupported(false)
        .setTcpNoDelay(true)
        .setReuseAddress(true);
  }

  private static HttpServerOptions secure(ConsoleSettings.Tls tls) {
    PemKeyCertOptions pem =
        new PemKeyCertOptions()
            .addCertPath(tls.certificate().toAbsolutePath().toString())
            .addKeyPath(tls.key().toAbsolutePath().toString());
    return plain().setSsl(true).setKeyCertOptions(pem);
  }

  /** Counts connections, and closes those that say nothing. */
  private void admit(HttpConnection connection) {
    Origin origin = Origin.of(connection.remoteAddress(), connection.isSsl());
    AtomicInteger own = addresses.computeIfAbsent(origin.address(), a -> new AtomicInteger());
    int all = connections.incrementAndGet();
    int here = own.incrementAndGet();
    connection.closeHandler(gone -> leave(connection, origin.address(), own));
    silent.add(connection);
    vertx.setTimer(Limits.ARRIVAL.toMillis(), t -> closeIfSilent(connection));
    boolean crowded = !origin.loopback() && here > Limits.CONNECTIONS_PER_ADDRESS;
    if (all > Limits.CONNECTIONS || crowded) {
      connection.close();
    }
  }

  private void closeIfSilent(HttpConnection connection) {
    if (silent.remove(connection)) {
      connection.close();
    }
  }

  private void leave(HttpConnection connection, String address, AtomicInteger own) {
    silent.remove(connection);
    connections.decrementAndGet();
    if (own.decrementAndGet() <= 0) {
      addresses.remove(address, own);
    }
  }
}
