package org.currawong.console.accounts;

import java.util.Optional;
import org.apache.shiro.authc.credential.DefaultPasswordService;
import org.apache.shiro.authc.credential.PasswordService;

/**
 * Passwords and their hashes: Argon2id (RFC 9106) with Shiro's parameters, 64 MiB a hash, written
 * as {@code $shiro2$argon2id$…} with a salt of its own.
 */
public final class Passwords {

  /** Shorter ones can be tried out against a stolen hash. */
  public static final int SHORTEST = 10;

  /** Longer ones only cost time. */
  public static final int LONGEST = 200;

  private static final PasswordService SERVICE = new DefaultPasswordService();

  private Passwords() {}

  /** Why this can't be somebody's password, or empty when it can. */
  public static Optional<String> complaint(char[] password) {
    if (password.length < SHORTEST) {
      return Optional.of("a password has at least " + SHORTEST + " characters");
    }
    if (password.length > LONGEST) {
      return Optional.of("a password has at most " + LONGEST + " characters");
    }
    boolean one = new String(password).chars().distinct().count() < 4;
    return one ? Optional.of("use at least four different characters") : Optional.empty();
  }

  /** The hash to keep; takes about a third of a second and 64 MiB on purpose. */
  public static String hash(char[] password) {
    return SERVICE.encryptPassword(password);
  }

  /** Whether {@code password} is the one; false for a hash that can't be read. */
  public static boolean verify(char[] password, String hash) {
    try {
      return SERVICE.passwordsMatch(password, hash);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
