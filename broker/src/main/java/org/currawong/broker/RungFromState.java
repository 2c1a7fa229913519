package org.currawong.broker;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.currawong.domain.power.PowerWatch;
import org.currawong.domain.power.Rung;

/**
 * The rung as a part hears it on the queue STATE, in this process or at a site: what the core
 * logged last. {@link Rung#MAINS} until it has heard. Add it to Camel as a route.
 */
public final class RungFromState extends RouteBuilder implements PowerWatch {

  /** Key of the notice. */
  private static final String KEY = "power";

  private static final String RUNG = "rung";

  private final CamelQueues queues;
  private final HubQueue state;
  private final QueueCodec codec;
  private final String part;
  private volatile Rung rung = Rung.MAINS;

  /**
   * One part's ear.
   *
   * @param queues of the party that listens
   * @param part its name, for the route's
   */
  public RungFromState(CamelQueues queues, Queues table, QueueCodec codec, String part) {
    this.queues = queues;
    this.state = table.state();
    this.codec = codec;
    this.part = part;
  }

  /**
   * What the core tells of the power.
   *
   * @param ups its name; empty where nobody watches it
   */
  public static StateNotice notice(String ups, Rung rung, Instant at) {
    return new StateNotice(KEY, Map.of("ups", ups, RUNG, rung.word()), at);
  }

  @Override
  public void configure() {
    from(queues.from(state, 1)).routeId("power heard by " + part).process(this::hear);
  }

  private void hear(Exchange exchange) {
    // A newer core's other keys and words are no fault: what can't be read leaves the last rung.
    if (codec.read(state, exchange.getMessage().getBody(byte[].class)) instanceof StateNotice n
        && n.key().equals(KEY)) {
      Stream.of(Rung.values())
          .filter(r -> r.word().equals(n.values().get(RUNG)))
          .findFirst()
          .ifPresent(r -> rung = r);
    }
  }

  @Override
  public Rung rung() {
    return rung;
  }
}
