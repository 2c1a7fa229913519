package org.currawong.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.ToDefinition;
import org.currawong.broker.BrokerConfig;
import org.currawong.broker.CamelQueues;
import org.currawong.broker.HubBroker;
import org.currawong.broker.Party;
import org.currawong.broker.QueueCodec;
import org.currawong.broker.QueueSeal;
import org.currawong.broker.Queues;
import org.currawong.domain.Realm;
import org.currawong.routes.HubRoutes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Draws the picture in ARCHITECTURE.md from the routes themselves. */
class PictureTest {

  private static final String BEGIN = "<!-- routes -->\n```\n";
  private static final String END = "```\n<!-- /routes -->";

  @TempDir Path folder;

  @Test
  void thePictureInTheArchitecturePageIsTheRoutesAsTheyAre() throws Exception {
    Path page = Path.of("..", "ARCHITECTURE.md");
    String text = Files.readString(page, StandardCharsets.UTF_8);
    int from = text.indexOf(BEGIN) + BEGIN.length();
    int to = text.indexOf(END);
    String drawn = drawn();
    if (Boolean.getBoolean("picture.draw")) {
      Files.writeString(page, text.substring(0, from) + drawn + text.substring(to));
      return;
    }
    assertEquals(
        drawn,
        text.substring(from, to),
        "draw it again: ./mvnw -pl hub -am test -Dtest=PictureTest -Dpicture.draw=true");
  }

  private String drawn() throws Exception {
    Map<String, Party> ways = new LinkedHashMap<>();
    ways.put("radio", Party.RADIO);
    for (String way : List.of("cap", "print", "sms")) {
      ways.put(way, Party.CHANNELS);
    }
    Queues table = Queues.of(Set.of(HubRoutes.BUILT_IN, Queues.MODEL), List.of("live"), ways);
    try (HubBroker broker = HubBroker.launch(new BrokerConfig(folder.resolve("broker"), table, 7));
        DefaultCamelContext camel = new DefaultCamelContext();
        CamelQueues queues = CamelQueues.of(camel, broker, Party.CORE)) {
      camel.addRoutes(
          new HubRoutes(
              queues,
              table,
              null,
              null,
              null,
              new QueueCodec(new QueueSeal(new byte[QueueSeal.KEY_BYTES])),
              null,
              null,
              null,
              null,
              null,
              null,
              EnumSet.of(Realm.LIVE),
              ways.keySet(),
              Set.of("radio"),
              Set.of("sms")));
      return camel.getRouteDefinitions().stream()
          .map(PictureTest::row)
          .collect(Collectors.joining());
    }
  }

  private static String row(RouteDefinition route) {
    Set<String> targets = new LinkedHashSet<>();
    targets(route.getOutputs(), targets);
    String to = targets.isEmpty() ? "the core" : String.join(", ", targets);
    return String.format(
        "%-26s → %-20s → %s%n", end(route.getInput().getEndpointUri()), route.getRouteId(), to);
  }

  private static void targets(List<ProcessorDefinition<?>> steps, Set<String> found) {
    for (ProcessorDefinition<?> step : steps) {
      if (step instanceof ToDefinition to) {
        found.add(end(to.getEndpointUri()));
      }
      targets(step.getOutputs(), found);
    }
  }

  /** An endpoint as people say it: a queue by its name, a lane in memory, the clock. */
  private static String end(String uri) {
    String name = uri.replaceAll("\\?.*", "").replaceFirst("://", ":");
    return name.replaceFirst("^queues-core:queue:", "queue ")
        .replaceFirst("^seda:", "lane ")
        .replaceFirst("^timer:.*", "time")
        .replaceFirst("^direct:", "call ");
  }
}
