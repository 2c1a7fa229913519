package org.currawong.routes;

import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteConfigurationBuilder;

/**
 * What happens when a step fails. From a queue: the message stays there, is tried again up to the
 * queue's limit, and then lies with the dead letters, which the console shows. From a lane in
 * memory: tried again a few times, then left to the sweep, since the log still asks for it.
 */
public final class Failures extends RouteConfigurationBuilder {

  private static final int TRIES = 3;
  private static final long PAUSE_MS = 200;
  private static final double LONGER = 4;

  @Override
  public void configuration() {
    routeConfiguration()
        .onException(Undecided.class)
        .logStackTrace(false)
        .retryAttemptedLogLevel(LoggingLevel.DEBUG)
        .retriesExhaustedLogLevel(LoggingLevel.WARN)
        .logExhaustedMessageHistory(false);
    routeConfiguration()
        .onException(Exception.class)
        .maximumRedeliveries(TRIES)
        .redeliveryDelay(PAUSE_MS)
        .backOffMultiplier(LONGER)
        .useExponentialBackOff()
        // Neither headers nor bodies: they may hold what people wrote.
        .logExhaustedMessageHistory(false)
        .logStackTrace(false);
  }
}
