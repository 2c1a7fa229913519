package org.currawong.console.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.currawong.domain.alert.Artefact;

/** Sessions, in memory only: a restart signs everybody out. Thread-safe. */
public final class Sessions {

  /** A console left alone in a hall is somebody else's console; a shift's pauses are shorter. */
  static final Duration IDLE = Duration.ofHours(2);

  /** Longer than any shift. */
  static final Duration LONGEST = Duration.ofHours(14);

  /** All of them together; the one unused for longest goes first. */
  static final int MOST = 2000;

  /** Of one account: consoles, telephones, scripts. */
  static final int MOST_PER_ACCOUNT = 20;

  private static final int TOKEN_BYTES = 32;
  private static final int ID_BYTES = 8;

  private final SecureRandom random;
  private final InstantSource clock;
  private final Map<String, Kept> byDigest = new HashMap<>();
  private final List<Consumer<String>> ended = new CopyOnWriteArrayList<>();

  private static final class Kept {
    final Session session;
    Instant lastUsed;

    Kept(Session session) {
      this.session = session;
      this.lastUsed = session.signedInAt();
    }
  }

  /**
   * A session just begun.
   *
   * @param token for the cookie; kept nowhere here but as a digest
   */
  public record Begun(String token, Session session) {}

  public Sessions(SecureRandom random, InstantSource clock) {
    this.random = random;
    this.clock = clock;
  }

  /** Begins a session for an account whose password was just given. */
  public Begun begin(String account) {
    String token = random(TOKEN_BYTES);
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    String name = HexFormat.of().formatHex(id);
    Session session = new Session(name, account, random(TOKEN_BYTES), clock.instant());
    List<String> gone = new ArrayList<>();
    synchronized (this) {
      sweep(gone);
      trim(account, gone);
      byDigest.put(digest(token), new Kept(session));
    }
    tell(gone);
    return new Begun(token, session);
  }

  /** The session of a cookie; using it keeps it alive. */
  public Optional<Session> find(String token) {
    List<String> gone = new ArrayList<>();
    Optional<Session> found = Optional.empty();
    synchronized (this) {
      Kept kept = byDigest.get(digest(token));
      if (kept != null && over(kept)) {
        byDigest.remove(digest(token));
        gone.add(kept.session.id());
      } else if (kept != null) {
        kept.lastUsed = clock.instant();
        found = Optional.of(kept.session);
      }
    }
    tell(gone);
    return found;
  }

  /** True while the session with this public name may still be used; does not keep it alive. */
  public synchronized boolean alive(String id) {
    return byDigest.values().stream().anyMatch(k -> k.session.id().equals(id) && !over(k));
  }

  /** Ends one session by its public name. */
  public void end(String id) {
    synchronized (this) {
      byDigest.values().removeIf(k -> k.session.id().equals(id));
    }
    tell(List.of(id));
  }

  /** Ends every session of an account. */
  public void endAll(String account) {
    List<String> gone = new ArrayList<>();
    synchronized (this) {
      byDigest
          .values()
          .removeIf(k -> k.session.account().equals(account) && gone.add(k.session.id()));
    }
    tell(gone);
  }

  /** Tells {@code listener} the public name of each session that ends. */
  public void onEnd(Consumer<String> listener) {
    ended.add(listener);
  }

  /** Ends a subscription of {@link #onEnd}. */
  public void forget(Consumer<String> listener) {
    ended.remove(listener);
  }

  /** Compares secrets without telling by its time how much of them agreed. */
  public static boolean same(String a, String b) {
    return a != null
        && b != null
        && MessageDigest.isEqual(
            a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }

  private void sweep(List<String> gone) {
    byDigest.values().removeIf(k -> over(k) && gone.add(k.session.id()));
    while (byDigest.size() >= MOST) {
      dropOldest(null, gone);
    }
  }

  private void trim(String account, List<String> gone) {
    while (byDigest.values().stream().filter(k -> k.session.account().equals(account)).count()
        >= MOST_PER_ACCOUNT) {
      dropOldest(account, gone);
    }
  }

  private void dropOldest(String account, List<String> gone) {
    byDigest.values().stream()
        .filter(k -> account == null || k.session.account().equals(account))
        .min((a, b) -> a.lastUsed.compareTo(b.lastUsed))
        .ifPresent(
            k -> {
              byDigest.values().remove(k);
              gone.add(k.session.id());
            });
  }

  private boolean over(Kept kept) {
    Instant now = clock.instant();
    return now.isAfter(kept.lastUsed.plus(IDLE))
        || now.isAfter(kept.session.signedInAt().plus(LONGEST));
  }

  private void tell(List<String> gone) {
    gone.forEach(id -> ended.forEach(listener -> listener.accept(id)));
  }

  private String random(int bytes) {
    byte[] b = new byte[bytes];
    random.nextBytes(b);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(b);
  }

  private static String digest(String token) {
    return Artefact.sha256(token.getBytes(StandardCharsets.UTF_8));
  }
}
