package org.currawong.broker;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** The route of one way back to reporters. */
public final class ReplyRoutes extends RouteBuilder {
  private final CamelQueues queues;
  private final HubQueue replies;
  private final QueueCodec codec;
  private final ReplyDesk desk;

  /**
   * The route for one desk.
   *
   * @param queues of the party that serves the way
   */
  public ReplyRoutes(
      CamelQueues queues, Queues table, QueueCodec codec, String way, ReplyDesk desk) {
    this.queues = queues;
    this.replies = table.replies(way);
    this.codec = codec;
    this.desk = desk;
  }

  @Override
  public void configure() {
    from(queues.from(replies, 1)).routeId("obey " + replies.name()).process(this::reply);
  }

  private void reply(Exchange exchange) throws Exception {
    desk.handle(codec.read(replies, exchange.getMessage().getBody(byte[].class)));
  }
}
