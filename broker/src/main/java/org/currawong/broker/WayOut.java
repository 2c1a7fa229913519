package org.currawong.broker;

import java.io.IOException;
import org.currawong.domain.delivery.Order;
import org.currawong.domain.delivery.Recipient;

/**
 * What one way out does with an order that {@link OrderDesk} let through. Called by two threads at
 * most, one with an order and one with a correction, and by a third for {@link #takeBack}.
 */
public interface WayOut {

  /**
   * Sends one recipient's copy: all its parts and repeats.
   *
   * @param order as checked; its {@code bytes} are those whose hash the release names, {@code
   *     notBefore} and {@code expires} those of the signed document
   * @param stop asked before each part and each repeat; once it says so, nothing more goes out
   * @throws IOException when it failed; {@link #wasDone} is then asked what came of it
   */
  Result deliver(Order order, Recipient recipient, StopSign stop) throws IOException;

  /**
   * What became of an attempt that a crash or an exception cut short: a file is there, a peer knows
   * the job's name.
   */
  Evidence wasDone(Order order, Recipient recipient) throws IOException;

  /**
   * Takes back what a peer has not yet claimed, after a stop. Asked for the newest copies first,
   * since a peer claims the oldest; asked again after a restart where it has not said yes.
   *
   * @param alert the order's alert, {@code order} its id, {@code recipient} the recipient's id
   * @return true only if this copy can't go out any more
   */
  default boolean takeBack(String alert, String order, String recipient) throws IOException {
    return false;
  }

  /** Says whether what is under way has been withdrawn. */
  @FunctionalInterface
  interface StopSign {
    /** True once nothing more may go out. */
    boolean stopped();
  }

  /** What is known of an attempt afterwards. */
  enum Evidence {
    /** It went out whole. */
    DONE,
    /** A peer has it whole and will say what came of it. */
    HANDED,
    /** It did not go out, or an airing did not reach its end: it may begin again. */
    NOT_DONE,
    /** Nobody can tell: a person decides. */
    UNKNOWN
  }

  /** What came of one copy. */
  sealed interface Result {
    /** It went out whole. */
    record Sent() implements Result {}

    /** A peer has it whole, on its disk, and will say what came of it: until then attempted. */
    record Handed() implements Result {}

    /**
     * It did not go out.
     *
     * @param reason in fixed words, never a number or a name
     * @param again whether another try may help
     */
    record Failed(String reason, boolean again) implements Result {}

    /** The peer did not say whether it went out; a person decides. */
    record Unknown() implements Result {}

    /** It was stopped before its end. */
    record Stopped() implements Result {}
  }
}
