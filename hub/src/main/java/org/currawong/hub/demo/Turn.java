package org.currawong.hub.demo;

import java.time.Duration;

/** What happens in the ten minutes of the demonstration beside the reports, and when. */
enum Turn {
  /** The early shift believes one story told three times, and releases an alert. */
  FALSE_ALARM(115, "the early shift releases an alert about the dam: one story, told three times"),
  /** An engineer has rung: one person of the early shift stops it. */
  WITHDRAWN(240, "the early shift withdraws its alert about the dam"),
  /** What the coordinator who plays is to go on with. */
  DRAFT(245, "a draft of an alert waits for you under Alerts"),
  MODEL_GONE(300, "the model stops answering; the rules go on alone"),
  MODEL_BACK(390, "the model answers again"),
  POWER_CUT(420, "the mains are gone; in ten seconds the hub is on battery"),
  POWER_BACK(525, "the mains are back");

  private final Duration after;
  private final String words;

  Turn(int seconds, String words) {
    this.after = Duration.ofSeconds(seconds);
    this.words = words;
  }

  /** From the start, at speed 1. */
  Duration after() {
    return after;
  }

  /** What is told at the terminal. */
  String words() {
    return words;
  }
}
