package org.currawong.broker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Map;

/**
 * The one form in which things travel: a record as JSON (RFC 8259), its fields under their own
 * names; on queues that are kept on disk sealed with {@link QueueSeal}. Which record it is follows
 * from the queue. Nothing else in the hub writes or reads these bytes. For any thread.
 */
public final class QueueCodec {
  private static final Map<String, Class<? extends QueueMessage>> FORMS =
      Map.of(
          "REPORTS", Handover.class,
          "ASSESSED", Assessed.class,
          "DELIVERIES", DeliveryReport.class,
          "POWER", PowerReading.class,
          "JOBS", Job.class,
          "ORDERS", OrderMessage.class,
          "REPLIES", Reply.class,
          "REPLIED", ReplyReport.class,
          "STOP", StopNotice.class,
          "STATE", StateNotice.class);

  private static final ObjectMapper JSON = StrictJson.MAPPER;

  private final QueueSeal seal;

  /** A codec that seals what is kept on disk. */
  public QueueCodec(QueueSeal seal) {
    this.seal = seal;
  }

  /**
   * The bytes to put on a queue.
   *
   * @throws IllegalArgumentException if this form does not belong on that queue, or is longer than
   *     {@link QueueWriter#MAX_MESSAGE_BYTES}
   */
  public byte[] write(HubQueue queue, QueueMessage message) {
    if (form(queue) != message.getClass()) {
      throw new IllegalArgumentException(
          queue.name() + " holds no " + message.getClass().getSimpleName());
    }
    try {
      byte[] clear = JSON.writeValueAsBytes(message);
      byte[] bytes = queue.persistent() ? seal.seal(queue.name(), clear) : clear;
      if (bytes.length > QueueWriter.MAX_MESSAGE_BYTES) {
        throw new IllegalArgumentException(
            message.getClass().getSimpleName() + " is too long for a queue");
      }
      return bytes;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written as JSON", e);
    }
  }

  /** What the bytes say: the queue's form, or {@link Malformed}; never an exception. */
  public QueueMessage read(HubQueue queue, byte[] bytes) {
    if (bytes.length == 0 || bytes.length > QueueWriter.MAX_MESSAGE_BYTES) {
      return new Malformed("empty or too long");
    }
    try {
      byte[] clear = queue.persistent() ? seal.open(queue.name(), bytes) : bytes;
      QueueMessage message = JSON.readValue(clear, form(queue));
      return message == null ? new Malformed("no object") : message;
    } catch (GeneralSecurityException e) {
      return new Malformed("not sealed by this hub");
    } catch (JsonMappingException e) {
      return new Malformed(place(e));
    } catch (IOException | RuntimeException e) {
      return new Malformed("not JSON");
    }
  }

  /** Where the fault is. Jackson's own words may quote the message, so only our own are kept. */
  private static String place(JsonMappingException fault) {
    StringBuilder path = new StringBuilder("field ");
    fault.getPath().stream()
        .filter(step -> step.getFieldName() != null && step.getFrom() instanceof Class<?>)
        .forEach(step -> path.append('.').append(known(step)));
    return fault.getCause() instanceof IllegalArgumentException limit
        ? limit.getMessage()
        : path.append(" is not readable").toString();
  }

  private static String known(JsonMappingException.Reference step) {
    Class<?> type = (Class<?>) step.getFrom();
    return type.isRecord()
            && java.util.Arrays.stream(type.getRecordComponents())
                .anyMatch(c -> c.getName().equals(step.getFieldName()))
        ? step.getFieldName()
        : "?";
  }

  private static Class<? extends QueueMessage> form(HubQueue queue) {
    int dot = queue.name().indexOf('.');
    return FORMS.get(dot < 0 ? queue.name() : queue.name().substring(0, dot));
  }
}
