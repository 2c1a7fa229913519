package org.currawong.broker;

/**
 * Who a connection belongs to. Each party signs in to the broker with a password of its own, made
 * anew at every start and never written down; what it may do is said by {@link Queues} alone.
 */
public enum Party {
  /** The core: the one that writes the log. */
  CORE,
  /** Inference workers. */
  INFERENCE,
  /** Ways in and out over networks, files and paper. */
  CHANNELS,
  /** The radio gateway. */
  RADIO,
  /** Devices: power, serial lines, RDS. */
  HARDWARE,
  /** A site's own broker, which brings what that site sends and fetches what is meant for it. */
  SITE
}
