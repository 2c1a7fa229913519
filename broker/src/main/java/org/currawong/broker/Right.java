package org.currawong.broker;

/**
 * What a party may do with a queue. Managing, creating and deleting are no rights: nobody has them.
 */
public enum Right {
  /** Put a message into it. */
  SEND,
  /** Take messages out of it. */
  CONSUME
}
