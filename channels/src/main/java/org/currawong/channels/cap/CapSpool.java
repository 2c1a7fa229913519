package org.currawong.channels.cap;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.currawong.broker.SpoolFolder;
import org.currawong.broker.WayOut;
import org.currawong.domain.delivery.Order;
import org.currawong.domain.delivery.Recipient;

/**
 * CAP's way out: released messages as files, {@code <alert>-<order>.xml}, for whoever carries them
 * on. The hub's own feed is made from its log.
 */
public final class CapSpool implements WayOut {

  private final SpoolFolder folder;

  /**
   * @param folder {@code spool/cap} of the realm
   */
  public CapSpool(Path folder) {
    this.folder = new SpoolFolder(folder);
  }

  @Override
  public Result deliver(Order order, Recipient recipient, StopSign stop) throws IOException {
    if (stop.stopped()) {
      return new Result.Stopped();
    }
    List<String> faults = CapCheck.faults(order.bytes());
    if (folder.path(name(order)) == null || !faults.isEmpty()) {
      return new Result.Failed("not a CAP message that can be kept", false);
    }
    return folder.deliver(name(order), order.bytes(), stop);
  }

  @Override
  public Evidence wasDone(Order order, Recipient recipient) {
    return folder.holds(name(order)) ? Evidence.DONE : Evidence.NOT_DONE;
  }

  private static String name(Order order) {
    return order.alert() + "-" + order.id() + ".xml";
  }
}
