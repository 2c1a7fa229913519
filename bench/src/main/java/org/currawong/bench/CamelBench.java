package org.currawong.bench;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.currawong.domain.Actor;
import org.currawong.domain.Command;
import org.currawong.domain.Decision;
import org.currawong.routes.Handed;
import org.currawong.routes.HubRoutes;

/**
 * What Camel takes of a request: the row {@code direct:commands} of the page of routes before a
 * step that answers at once, against calling that step; as a part of the time that the web server
 * takes to answer a report at the hub.
 */
final class CamelBench {

  private static final int ROUNDS = 7;
  private static final int WARM_ROUNDS = 3;
  private static final int CALLS = 20_000;
  private static final int REQUESTS = 300;

  private static final Decision TAKEN = Decision.accepted("r-1");
  private static final Handed TICK = new Handed(new Command.Tick(), Actor.RESIDENT);

  private CamelBench() {}

  static void run(Path folder) throws Exception {
    try (DefaultCamelContext camel = context();
        FastHub hub = FastHub.real(folder.resolve("data"), 4);
        CrowdProcess clients = new CrowdProcess()) {
      ProducerTemplate template = camel.createProducerTemplate();
      Function<Handed, Decision> byCamel =
          handed -> template.requestBody("direct:" + HubRoutes.COMMANDS, handed, Decision.class);
      Ratios share = new Ratios("Camel's part of one client's report");
      for (int round = 0; round < WARM_ROUNDS + ROUNDS; round++) {
        double camelMicros = micros(byCamel) - micros(handed -> TAKEN);
        double reportMicros = clients.run(hub.port(), 1, REQUESTS).times().within(0.5) / 1e3;
        hub.rest();
        if (round >= WARM_ROUNDS) {
          share.add(camelMicros / reportMicros);
          System.out.printf(
              Locale.ROOT, "  Camel %.1f us, a report %.0f us%n", camelMicros, reportMicros);
        }
      }
      share.atMost(0.1);
    }
  }

  private static DefaultCamelContext context() throws Exception {
    DefaultCamelContext camel = new DefaultCamelContext();
    camel.disableJMX();
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:" + HubRoutes.COMMANDS).transform().body(Handed.class, handed -> TAKEN);
          }
        });
    camel.start();
    return camel;
  }

  private static double micros(Function<Handed, Decision> call) {
    Times times = new Times();
    for (int i = 0; i < CALLS; i++) {
      long start = System.nanoTime();
      if (call.apply(TICK) != TAKEN) {
        throw new IllegalStateException("another answer came");
      }
      times.add(System.nanoTime() - start);
    }
    return times.micros(0.5);
  }
}
