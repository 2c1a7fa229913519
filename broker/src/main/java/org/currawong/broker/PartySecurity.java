package org.currawong.broker;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.RolePrincipal;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;

/**
 * Signs parties in. Passwords are 256 random bits, made at the start of the process and held in its
 * memory only: a part that was not handed one cannot connect, not even within the process.
 */
final class PartySecurity implements ActiveMQSecurityManager5 {
  private static final int PASSWORD_BYTES = 32;

  private final Map<Party, String> passwords = new EnumMap<>(Party.class);

  PartySecurity(SecureRandom random) {
    for (Party party : Party.values()) {
      passwords.put(party, secret(random));
    }
  }

  static String secret(SecureRandom random) {
    byte[] bytes = new byte[PASSWORD_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The user name, which is also the role, of a party. */
  static String user(Party party) {
    return party.name().toLowerCase(Locale.ROOT);
  }

  String password(Party party) {
    return passwords.get(party);
  }

  @Override
  public Subject authenticate(
      String user, String password, RemotingConnection connection, String domain) {
    return party(user, password).map(PartySecurity::subject).orElse(null);
  }

  private Optional<Party> party(String user, String password) {
    if (user == null || password == null) {
      return Optional.empty();
    }
    return passwords.entrySet().stream()
        .filter(entry -> user(entry.getKey()).equals(user))
        .filter(entry -> MessageDigest.isEqual(bytes(entry.getValue()), bytes(password)))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Subject subject(Party party) {
    Subject subject = new Subject();
    subject.getPrincipals().add(new UserPrincipal(user(party)));
    subject.getPrincipals().add(new RolePrincipal(user(party)));
    subject.setReadOnly();
    return subject;
  }

  @Override
  public boolean authorize(Subject subject, Set<Role> roles, CheckType check, String address) {
    return subject != null
        && subject.getPrincipals(RolePrincipal.class).stream()
            .anyMatch(
                held ->
                    roles.stream()
                        .anyMatch(
                            role -> role.getName().equals(held.getName()) && check.hasRole(role)));
  }

  @Override
  public boolean validateUser(String user, String password) {
    return party(user, password).isPresent();
  }

  @Override
  public boolean validateUserAndRole(
      String user, String password, Set<Role> roles, CheckType check) {
    return party(user, password).map(PartySecurity::subject).stream()
        .anyMatch(subject -> authorize(subject, roles, check, ""));
  }
}
