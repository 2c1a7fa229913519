package org.currawong.hub;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.List;

/**
 * Drops what the broker says of every dead-letter and expiry queue at each start: that it has no
 * dead-letter queue of its own, which is as it should be. All else it says passes.
 */
public final class BrokerChatter extends Filter<ILoggingEvent> {
  /** "No Dead Letter Address configured …" and "No Expiry Address configured …". */
  private static final List<String> CODES = List.of("AMQ222165", "AMQ222166");

  @Override
  public FilterReply decide(ILoggingEvent event) {
    String message = event.getMessage();
    boolean chatter =
        message != null
            && CODES.stream().anyMatch(message::startsWith)
            && (event.getFormattedMessage().contains("queue DEAD.")
                || event.getFormattedMessage().contains("queue EXPIRED."));
    return chatter ? FilterReply.DENY : FilterReply.NEUTRAL;
  }
}
