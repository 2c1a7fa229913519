package org.currawong.hub.node;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.currawong.domain.State;
import org.currawong.domain.report.Report;
import org.currawong.domain.report.ReportStatus;
import org.currawong.incidentlog.Core;

/**
 * Figures for Prometheus at {@code /metrics}, on loopback and a port of its own (CONTRACT.md).
 * Counts and ages only: nothing that anybody wrote, and no names.
 */
final class Figures implements AutoCloseable {

  private static final int BACKLOG = 8;
  private static final int STOP_SECONDS = 1;

  private final HttpServer server;
  private final ExecutorService reader;
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  private Figures(HttpServer server, ExecutorService reader) {
    this.server = server;
    this.reader = reader;
  }

  /**
   * Begins to serve.
   *
   * @param port 1 to 65535
   * @throws IOException when the port is taken
   */
  static Figures launch(int port, Core core, Messaging messaging, HubPlan plan) throws IOException {
    InetSocketAddress loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    HttpServer server;
    try {
      server = HttpServer.create(loopback, BACKLOG);
    } catch (IOException e) {
      throw new IOException("metrics.port " + port + " can't be used: " + e.getMessage(), e);
    }
    Figures figures = new Figures(server, Executors.newVirtualThreadPerTaskExecutor());
    figures.measure(core, messaging, plan);
    server.setExecutor(figures.reader);
    server.createContext("/metrics", figures::answer);
    server.start();
    return figures;
  }

  private void measure(Core core, Messaging messaging, HubPlan plan) {
    new JvmMemoryMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    gauge("currawong_log_entries", "entries in the log", () -> core.read(State::n));
    gauge("currawong_log_healthy", "1 while the log takes entries", () -> core.healthy() ? 1 : 0);
    gauge("currawong_reports", "reports", () -> core.read(s -> s.reports().size()));
    gauge(
        "currawong_reports_unhandled",
        "reports that nobody has handled yet",
        () -> core.read(s -> s.reports().stream().filter(Figures::unhandled).count()));
    gauge(
        "currawong_life_safety_oldest_seconds",
        "age of the oldest report of a life in danger that is not handed over; 0 without one",
        () -> core.read(s -> oldest(s, plan)));
    gauge("currawong_alerts_in_force", "alerts", () -> core.read(s -> s.released().count()));
    messaging
        .broker()
        .depths()
        .keySet()
        .forEach(
            queue ->
                Gauge.builder(
                        "currawong_queue_messages", () -> depth(messaging.broker().depths(), queue))
                    .description("messages in a queue")
                    .tag("queue", queue)
                    .register(registry));
  }

  private static Number depth(Map<String, Long> depths, String queue) {
    return depths.getOrDefault(queue, 0L);
  }

  private void gauge(
      String name, String what, java.util.function.Supplier<? extends Number> value) {
    Gauge.builder(name, value::get).description(what).register(registry);
  }

  private static boolean unhandled(Report r) {
    return r.status() == ReportStatus.RECEIVED;
  }

  private static Number oldest(State s, HubPlan plan) {
    return s.reports().stream()
        .filter(Report::clockRuns)
        .findFirst()
        .map(r -> Duration.between(r.receivedAt(), plan.clock().instant()).toSeconds())
        .orElse(0L);
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] body = registry.scrape().getBytes(StandardCharsets.UTF_8);
    try (exchange;
        OutputStream out = exchange.getResponseBody()) {
      exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
      exchange.sendResponseHeaders(200, body.length);
      out.write(body);
    }
  }

  /** Where it listens. */
  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(STOP_SECONDS);
    reader.close();
    registry.close();
  }
}
