package org.currawong.radio;

import java.io.IOException;
import java.nio.file.Path;
import org.currawong.broker.SpoolFolder;
import org.currawong.broker.WayOut;
import org.currawong.domain.delivery.Order;
import org.currawong.domain.delivery.Recipient;

/**
 * The radio's way out as files: {@code <alert>-<order>.wav}, one for each order, whatever its
 * repeats: those are the player's. An order is settled when its file is forced. Nothing is taken
 * back, for the player doesn't say what it has aired: the correction follows on the same way.
 */
public final class Playout implements WayOut {

  private final SpoolFolder folder;

  /**
   * A way out into a folder of its own.
   *
   * @param folder {@code spool/radio} of the live realm, {@code spool/<realm>/radio} of another;
   *     made at the first order
   */
  public Playout(Path folder) {
    this.folder = new SpoolFolder(folder);
  }

  @Override
  public Result deliver(Order order, Recipient recipient, StopSign stop) throws IOException {
    boolean goes = !stop.stopped() && folder.path(name(order)) != null;
    if (goes && !Wav.isFile(order.bytes())) {
      return new Result.Failed("what should go on air is no recording", false);
    }
    return folder.deliver(name(order), order.bytes(), stop);
  }

  @Override
  public Evidence wasDone(Order order, Recipient recipient) throws IOException {
    return folder.holds(name(order), order.bytes()) ? Evidence.DONE : Evidence.NOT_DONE;
  }

  private static String name(Order order) {
    return order.alert() + "-" + order.id() + ".wav";
  }
}
