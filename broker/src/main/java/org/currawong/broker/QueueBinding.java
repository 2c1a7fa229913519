package org.currawong.broker;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.jms.JmsBinding;
import org.apache.camel.component.jms.JmsEndpoint;

/**
 * Bytes in, bytes out, and nothing else: no header or property crosses a queue in either direction,
 * so none can be set by a stranger.
 */
final class QueueBinding extends JmsBinding {
  private static final byte[] NOTHING = {};

  QueueBinding(JmsEndpoint endpoint) {
    super(endpoint);
  }

  /** The bytes of the message; what is no bytes message, or too long, reads as empty: malformed. */
  @Override
  public Object extractBodyFromJms(Exchange exchange, Message message) {
    try {
      if (!(message instanceof BytesMessage bytes)
          || bytes.getBodyLength() > QueueWriter.MAX_MESSAGE_BYTES) {
        return NOTHING;
      }
      byte[] body = new byte[(int) bytes.getBodyLength()];
      bytes.reset();
      bytes.readBytes(body);
      return body;
    } catch (JMSException e) {
      throw new RuntimeCamelException(e);
    }
  }

  /** None; the time by the sender's clock, which Camel adds by itself, is always 0. */
  @Override
  public Map<String, Object> extractHeadersFromJms(Message message, Exchange exchange) {
    try {
      message.setJMSTimestamp(0);
    } catch (JMSException e) {
      throw new RuntimeCamelException(e);
    }
    return new HashMap<>();
  }

  @Override
  public Message makeJmsMessage(
      Exchange exchange, org.apache.camel.Message in, Session session, Exception cause)
      throws JMSException {
    byte[] body = in.getBody(byte[].class);
    if (body == null || body.length == 0 || body.length > QueueWriter.MAX_MESSAGE_BYTES) {
      throw new JMSException(
          "A queue message has 1 to " + QueueWriter.MAX_MESSAGE_BYTES + " bytes.");
    }
    BytesMessage message = session.createBytesMessage();
    message.writeBytes(body);
    return message;
  }

  @Override
  public void appendJmsProperties(Message message, Exchange exchange, org.apache.camel.Message in) {
    // None: a header of an exchange never becomes a property on a queue.
  }
}
