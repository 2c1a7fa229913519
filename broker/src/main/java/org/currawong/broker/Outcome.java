package org.currawong.broker;

import org.currawong.domain.delivery.DeliveryState;

/**
 * How a copy ended, or that it failed and may be tried again.
 *
 * @param reason in fixed words, or {@code null}
 * @param again true if this attempt is known not to have gone out and another may follow
 */
record Outcome(DeliveryState state, String reason, boolean again) {
  static final String UNKNOWN_REASON = "unknown whether sent: check and decide";
  static final String UNSEEN_REASON = "it could not be looked at whether this has left";
  static final String EXPIRED_REASON = "expired before it could leave";
  static final String STOPPED_REASON = "withdrawn before it left";
  static final String TAKEN_BACK_REASON = "taken back before it was used";

  static final Outcome SENT = new Outcome(DeliveryState.SENT, null, false);
  static final Outcome HANDED = new Outcome(DeliveryState.ATTEMPTED, null, false);
  static final Outcome UNKNOWN = failed(UNKNOWN_REASON);
  static final Outcome EXPIRED = failed(EXPIRED_REASON);
  static final Outcome STOPPED = new Outcome(DeliveryState.WITHDRAWN, STOPPED_REASON, false);
  static final Outcome TAKEN_BACK = new Outcome(DeliveryState.WITHDRAWN, TAKEN_BACK_REASON, false);

  /** What a way out said of an attempt. */
  static Outcome of(WayOut.Result result) {
    return switch (result) {
      case WayOut.Result.Sent s -> SENT;
      case WayOut.Result.Handed h -> HANDED;
      case WayOut.Result.Unknown u -> UNKNOWN;
      case WayOut.Result.Stopped s -> STOPPED;
      case WayOut.Result.Failed f -> f.again() ? failedButAgain(f.reason()) : failed(f.reason());
    };
  }

  /** What a way out finds of an attempt that has no end: what nobody knows a person decides. */
  static Outcome of(WayOut.Evidence evidence) {
    return switch (evidence) {
      case DONE -> SENT;
      case HANDED -> HANDED;
      case NOT_DONE -> failedButAgain("interrupted");
      case UNKNOWN -> UNKNOWN;
    };
  }

  /** Whether a peer may still have it unclaimed. */
  boolean mayBeTakenBack() {
    return !again && (state == DeliveryState.SENT || state == DeliveryState.ATTEMPTED);
  }

  static Outcome failed(String reason) {
    return new Outcome(DeliveryState.FAILED, reason, false);
  }

  /** Not in one go, but while it is valid the core hands it in again. */
  static Outcome waiting(String reason) {
    return new Outcome(DeliveryState.QUEUED, reason, true);
  }

  static Outcome failedButAgain(String reason) {
    return new Outcome(DeliveryState.FAILED, reason, true);
  }
}
