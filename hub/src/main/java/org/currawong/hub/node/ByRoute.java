package org.currawong.hub.node;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.currawong.domain.Actor;
import org.currawong.domain.Command;
import org.currawong.domain.Decision;
import org.currawong.domain.Decision.Why;
import org.currawong.domain.Intake;
import org.currawong.routes.Handed;
import org.currawong.routes.HubRoutes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commands of people and of the script, by the page of routes. Waits on the caller's own thread.
 */
final class ByRoute implements Intake {

  private static final Logger LOG = LoggerFactory.getLogger(ByRoute.class);

  /** One for all: a context keeps each one that it makes, and grows slower with every one. */
  private final ProducerTemplate template;

  ByRoute(CamelContext camel) {
    this.template = camel.createProducerTemplate();
  }

  @Override
  public CompletionStage<Decision> hand(Command command, Actor actor) {
    return CompletableFuture.completedFuture(decision(new Handed(command, actor)));
  }

  private Decision decision(Handed handed) {
    try {
      return template.requestBody("direct:" + HubRoutes.COMMANDS, handed, Decision.class);
    } catch (CamelExecutionException | RejectedExecutionException e) {
      // Nothing was decided: the route answers for every fault of its own steps.
      LOG.debug("the page of routes took nothing", e);
      return Decision.refused(Why.UNAVAILABLE, "hub", "the hub is stopping");
    }
  }
}
