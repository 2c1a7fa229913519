package org.currawong.broker;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/**
 * The three routes of a way out in one realm, each on a thread of its own: its orders, the
 * corrections among them, which wait for no other alert, and its stops.
 */
public final class OrderRoutes extends RouteBuilder {
  private final CamelQueues queues;
  private final HubQueue orders;
  private final HubQueue stops;
  private final QueueCodec codec;
  private final OrderDesk desk;

  /**
   * Routes for one desk.
   *
   * @param queues of the party that serves the way out
   */
  public OrderRoutes(
      CamelQueues queues, Queues table, QueueCodec codec, DeskConfig config, OrderDesk desk) {
    this.queues = queues;
    this.orders = table.orders(config.realm().word(), config.way());
    this.stops = table.stop(config.realm().word(), config.way());
    this.codec = codec;
    this.desk = desk;
  }

  @Override
  public void configure() {
    from(queues.from(stops, 1)).routeId("obey " + stops.name()).process(this::stop);
    from(queues.firstFrom(orders)).routeId("correct " + orders.name()).process(this::order);
    from(queues.restFrom(orders)).routeId("obey " + orders.name()).process(this::order);
  }

  private void order(Exchange exchange) throws Exception {
    desk.handle(codec.read(orders, exchange.getMessage().getBody(byte[].class)));
  }

  private void stop(Exchange exchange) throws Exception {
    desk.stop(codec.read(stops, exchange.getMessage().getBody(byte[].class)));
  }
}
