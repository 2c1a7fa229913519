package org.currawong.inference;

import java.time.Duration;

/**
 * How long and how often a model's server is tried.
 *
 * @param connect for the connection alone; the server is on this machine or in this house
 * @param answer for a whole answer: an old machine needs some ten seconds, and the first answer
 *     waits until the model is loaded
 * @param look for the answer whether it is there, also while it works on something else
 * @param failures so many one after the other, and nobody asks for a while
 * @param pause the first while; it doubles each time that the next try fails too
 * @param longest pause: within it a server that is mended is found again
 */
record ModelLimits(
    Duration connect,
    Duration answer,
    Duration look,
    int failures,
    Duration pause,
    Duration longest) {

  static final ModelLimits USUAL =
      new ModelLimits(
          Duration.ofSeconds(2),
          Duration.ofSeconds(60),
          Duration.ofSeconds(10),
          3,
          Duration.ofSeconds(15),
          Duration.ofMinutes(5));
}
