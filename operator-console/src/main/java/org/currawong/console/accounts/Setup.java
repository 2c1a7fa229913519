package org.currawong.console.accounts;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.currawong.console.http.Fault;
import org.currawong.console.http.Origin;
import org.currawong.console.http.RateLimit;
import org.currawong.domain.Board;

/** The one-time code by which a hub without people gets its first. */
public final class Setup {

  /** An administrator and three who can carry an alert. */
  public static final int MOST_PEOPLE = 4;

  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

  /** 12 of 31 letters: 59 bits, guessed at ten a minute. */
  private static final int LENGTH = 12;

  private static final int GROUP = 4;
  private static final int ATTEMPTS_PER_MINUTE = 10;

  private final Board board;
  private final String code;
  private final RateLimit attempts;

  public Setup(Board board, SecureRandom random, InstantSource clock) {
    this.board = board;
    this.attempts = new RateLimit(ATTEMPTS_PER_MINUTE, clock);
    StringBuilder made = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      made.append(i > 0 && i % GROUP == 0 ? "-" : "");
      made.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    this.code = made.toString();
  }

  /** True while the hub has no people at all. */
  public boolean open() {
    return board.read(s -> s.accounts().isEmpty());
  }

  /** The code to be shown to whoever started the hub; empty once there are people. */
  public Optional<String> code() {
    return open() ? Optional.of(code) : Optional.empty();
  }

  /**
   * Checks a typed code.
   *
   * @throws Fault 403 for a wrong one or where others could listen, 409 once there are people, 429
   *     after many attempts
   */
  public void check(String typed, Origin origin) {
    if (!origin.confidential()) {
      throw Fault.of(403, "set the hub up on this machine itself or over https");
    }
    if (!open()) {
      throw Fault.of(409, "this hub has people already");
    }
    int wait = attempts.take("all");
    if (wait > 0) {
      throw Fault.later(429, "too many attempts; wait a little", wait);
    }
    if (!Sessions.same(code, typed.strip().toLowerCase(Locale.ROOT))) {
      throw Fault.field(403, "code", "that is not the code on the screen of the hub");
    }
  }
}
