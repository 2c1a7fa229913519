package org.currawong.broker;

import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Producer;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.component.jms.JmsConfiguration;
import org.apache.camel.component.jms.JmsEndpoint;
import org.apache.camel.component.jms.JmsProducer;
import org.apache.camel.component.jms.JmsQueueEndpoint;
import org.apache.camel.component.jms.QueueBrowseStrategy;

/** Makes endpoints for queues of the table only; no header can turn a message elsewhere. */
final class QueueComponent extends JmsComponent {
  private final Queues queues;

  QueueComponent(Queues queues) {
    this.queues = queues;
  }

  @Override
  protected JmsEndpoint createQueueEndpoint(
      String uri,
      JmsComponent component,
      String name,
      JmsConfiguration configuration,
      QueueBrowseStrategy browsing) {
    queues.named(name);
    JmsEndpoint endpoint = new QueueEndpoint(uri, component, name, configuration, browsing);
    endpoint.setBinding(new QueueBinding(endpoint));
    return endpoint;
  }

  @Override
  protected JmsEndpoint createTopicEndpoint(
      String uri, JmsComponent component, String name, JmsConfiguration configuration) {
    throw new IllegalArgumentException("There are no topics.");
  }

  private static final class QueueEndpoint extends JmsQueueEndpoint {
    QueueEndpoint(
        String uri,
        JmsComponent component,
        String name,
        JmsConfiguration configuration,
        QueueBrowseStrategy browsing) {
      super(uri, component, name, configuration, browsing);
    }

    @Override
    public Producer createProducer() throws Exception {
      super.createProducer();
      return new QueueProducer(this);
    }
  }

  private static final class QueueProducer extends JmsProducer {
    QueueProducer(JmsEndpoint endpoint) {
      super(endpoint);
    }

    /** Camel lets these headers choose another queue, a life or a place to answer to. */
    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
      exchange.getMessage().removeHeaders("JMS*");
      exchange.getMessage().removeHeaders("CamelJms*");
      return super.process(exchange, callback);
    }
  }
}
