package org.currawong.hub.node;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.impl.DefaultCamelContext;
import org.currawong.broker.BrokerConfig;
import org.currawong.broker.CamelQueues;
import org.currawong.broker.HubBroker;
import org.currawong.broker.Party;
import org.currawong.broker.QueueCodec;
import org.currawong.broker.QueueSeal;
import org.currawong.broker.Queues;
import org.currawong.routes.Failures;
import org.currawong.routes.HubRoutes;

/** The process's own broker, and Camel over it with one set of queues for each party. */
final class Messaging implements AutoCloseable {

  /** Camel waits this long for what is under way; the queues keep the rest. */
  private static final long STOP_SECONDS = 10;

  private final Closing open = new Closing();
  private final HubBroker broker;
  private final DefaultCamelContext camel;
  private final QueueCodec codec;
  private final Map<Party, CamelQueues> queues = new EnumMap<>(Party.class);

  private Messaging(HubBroker broker, DefaultCamelContext camel, QueueCodec codec) {
    this.broker = broker;
    this.camel = camel;
    this.codec = codec;
  }

  static Messaging launch(HubPlan plan, byte[] key) throws Exception {
    Set<String> duties =
        InferencePart.asksModel(plan)
            ? Set.of(HubRoutes.BUILT_IN, Queues.MODEL)
            : Set.of(HubRoutes.BUILT_IN);
    Queues table = Queues.of(duties, plan.realmWords(), WaysOut.parties(plan.ways()));
    BrokerConfig config =
        new BrokerConfig(plan.data().resolve("broker"), table, plan.brokerNumber());
    HubBroker broker = HubBroker.launch(config);
    DefaultCamelContext camel = new DefaultCamelContext();
    camel.getShutdownStrategy().setTimeout(STOP_SECONDS);
    // Bodies are what people wrote: they stay out of logs and of JMX.
    camel.getShutdownStrategy().setLogInflightExchangesOnTimeout(false);
    camel.disableJMX();
    Messaging m = new Messaging(broker, camel, new QueueCodec(new QueueSeal(key)));
    m.open.add(broker);
    for (Party party : List.of(Party.CORE, Party.INFERENCE, Party.CHANNELS, Party.RADIO)) {
      m.queues.put(party, m.open.add(CamelQueues.of(camel, broker, party)));
    }
    m.open.add(camel);
    camel.addRoutesConfigurations(new Failures());
    return m;
  }

  HubBroker broker() {
    return broker;
  }

  DefaultCamelContext camel() {
    return camel;
  }

  QueueCodec codec() {
    return codec;
  }

  Queues table() {
    return broker.queues();
  }

  CamelQueues queues(Party party) {
    return queues.get(party);
  }

  @Override
  public void close() {
    open.close();
  }
}
