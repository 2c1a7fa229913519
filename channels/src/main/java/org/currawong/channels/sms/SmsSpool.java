package org.currawong.channels.sms;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.currawong.broker.SpoolFolder;
import org.currawong.broker.WayOut;
import org.currawong.domain.delivery.Order;
import org.currawong.domain.delivery.Recipient;

/**
 * SMS as files for a person with a telephone, or a gateway's script: {@code
 * <alert>-<order>-<recipient>.txt}, one for each person. The first line is {@code To: <number>},
 * then an empty line, then one message a line, all UTF-8 and ended by LF.
 */
public final class SmsSpool implements WayOut {

  private final SpoolFolder folder;

  /**
   * @param folder {@code spool/sms} of the realm
   */
  public SmsSpool(Path folder) {
    this.folder = new SpoolFolder(folder);
  }

  @Override
  public Result deliver(Order order, Recipient recipient, StopSign stop) throws IOException {
    if (stop.stopped()) {
      return new Result.Stopped();
    }
    if (recipient.address() == null || !recipient.address().matches("\\+[0-9]{5,15}")) {
      return new Result.Failed("no telephone number", false);
    }
    return folder.deliver(name(order, recipient), text(order, recipient), stop);
  }

  @Override
  public Evidence wasDone(Order order, Recipient recipient) {
    return folder.holds(name(order, recipient)) ? Evidence.DONE : Evidence.NOT_DONE;
  }

  private static byte[] text(Order order, Recipient recipient) {
    String messages = new String(order.bytes(), StandardCharsets.UTF_8);
    return ("To: " + recipient.address() + "\n\n" + messages).getBytes(StandardCharsets.UTF_8);
  }

  private static String name(Order order, Recipient recipient) {
    return order.alert() + "-" + order.id() + "-" + recipient.id() + ".txt";
  }
}
