package org.currawong.radio.icecast;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.currawong.broker.HubClock;
import org.currawong.broker.SpoolFolder;
import org.currawong.broker.WayOut;
import org.currawong.domain.delivery.Order;
import org.currawong.domain.delivery.Recipient;
import org.currawong.radio.Wav;

/**
 * The way out {@code icecast}: an order's recording, as often as it says, on a live stream. It
 * waits for a connection while the order is valid, a correction before all others, and is settled
 * only when its last frame was written and the server answered after it. An airing that did not
 * come so far begins again from its start. A file of a few words, {@code <alert>-<order>.aired},
 * says after a crash that one was whole.
 */
public final class IcecastWay implements WayOut {

  /** The name of this way out. */
  public static final String WAY = "icecast";

  /** How often a waiting order looks whether it was withdrawn or has expired. */
  private static final long LOOK_MS = 100;

  private final IcecastStream stream;
  private final SpoolFolder aired;
  private final HubClock clock;
  private final Function<Order, String> titles;

  /**
   * A way out on a stream, which its owner closes.
   *
   * @param aired folder of the files that say what was aired
   * @param titles what listeners' players show during an order
   */
  public IcecastWay(
      IcecastStream stream, Path aired, HubClock clock, Function<Order, String> titles) {
    this.stream = stream;
    this.aired = new SpoolFolder(aired);
    this.clock = clock;
    this.titles = titles;
  }

  @Override
  public Result deliver(Order order, Recipient recipient, StopSign stop) throws IOException {
    if (stop.stopped()) {
      return new Result.Stopped();
    }
    if (aired.path(name(order)) == null) {
      return new Result.Failed("the order's id can't name a file", false);
    }
    short[] pcm;
    try {
      pcm = Wav.samples(order.bytes(), Mp3Frame.RATE);
    } catch (IllegalArgumentException e) {
      return new Result.Failed(e.getMessage(), false);
    }
    Airing airing =
        new Airing(pcm, order.repeats(), titles.apply(order), stop, () -> expired(order));
    if (order.correction()) {
      stream.offerFirst(airing);
    } else {
      stream.offer(airing);
    }
    return switch (end(airing, order)) {
      case Airing.End.Aired a -> sent(order);
      case Airing.End.Stopped s -> new Result.Stopped();
      case Airing.End.Cut c -> new Result.Failed("cut: " + c.reason(), true);
    };
  }

  private Result sent(Order order) throws IOException {
    aired.write(name(order), note(order));
    return new Result.Sent();
  }

  /** Waits for its end; while it has not begun, for what makes it needless as well. */
  private Airing.End end(Airing airing, Order order) throws IOException {
    while (true) {
      try {
        return airing.ended().get(LOOK_MS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException waiting) {
        Airing.End needless = needless(airing, order);
        if (needless != null && stream.takeBack(airing)) {
          return needless;
        }
      } catch (ExecutionException e) {
        throw new IOException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        airing.abandon();
        stream.takeBack(airing);
        throw new IOException("stopped while it was on air", e);
      }
    }
  }

  private Airing.End needless(Airing airing, Order order) {
    if (airing.stopped()) {
      return new Airing.End.Stopped();
    }
    if (expired(order)) {
      return new Airing.End.Cut("the stream was not up in time");
    }
    return stream.closed() ? new Airing.End.Cut("the hub stops") : null;
  }

  private boolean expired(Order order) {
    return !clock.now().isBefore(order.expires());
  }

  @Override
  public Evidence wasDone(Order order, Recipient recipient) throws IOException {
    return aired.holds(name(order), note(order)) ? Evidence.DONE : Evidence.NOT_DONE;
  }

  private static byte[] note(Order order) {
    return ("aired to its end: " + order.artefact() + ", " + order.repeats() + " times\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String name(Order order) {
    return order.alert() + "-" + order.id() + ".aired";
  }
}
