package org.currawong.channels.print;

import java.io.IOException;
import java.nio.file.Path;
import org.currawong.broker.SpoolFolder;
import org.currawong.broker.WayOut;
import org.currawong.domain.delivery.Order;
import org.currawong.domain.delivery.Recipient;

/**
 * Paper's way out as files: {@code <alert>-<order>.pdf}, one for each order. An order is settled
 * when its file is forced; who prints it is no longer ours to know, so nothing is taken back.
 */
public final class PrintSpool implements WayOut {

  private final SpoolFolder folder;

  /**
   * @param folder {@code spool/print} of the realm
   */
  public PrintSpool(Path folder) {
    this.folder = new SpoolFolder(folder);
  }

  @Override
  public Result deliver(Order order, Recipient recipient, StopSign stop) throws IOException {
    return folder.deliver(name(order), order.bytes(), stop);
  }

  @Override
  public Evidence wasDone(Order order, Recipient recipient) {
    return folder.holds(name(order)) ? Evidence.DONE : Evidence.NOT_DONE;
  }

  private static String name(Order order) {
    return order.alert() + "-" + order.id() + ".pdf";
  }
}
