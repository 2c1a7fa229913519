package org.currawong.console;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.currawong.console.accounts.Passwords;
import org.currawong.domain.Actor;
import org.currawong.domain.Command;
import org.currawong.domain.Realm;
import org.currawong.domain.Role;
import org.currawong.domain.alert.Artefact;
import org.currawong.domain.people.Account;
import org.currawong.domain.power.PowerSight;
import org.junit.jupiter.api.Assumptions;

/** A console on a free loopback port, with people in it. */
final class TestHub implements AutoCloseable {

  static final String PASSWORD = "correct horse battery";

  /** One hash for all: making it is slow on purpose. */
  private static final String HASH = Passwords.hash(PASSWORD.toCharArray());

  private static final byte[] KEY =
      "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  /** Matters on a low battery only, which most tests never see. */
  private static final boolean READ_ONLY_WHEN_LOW = true;

  final MemoryCore core;
  final Console console;
  private final Map<String, Client> staff = new HashMap<>();
  final AtomicReference<Carrier> carrier =
      new AtomicReference<>(new Carrier("radio", "by radio", "up", ""));
  final AtomicReference<PowerSight> power = new AtomicReference<>(PowerSight.unwatched());
  final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

  private TestHub(Realm realm, boolean people, int perSender, String map) throws IOException {
    this(realm, people, perSender, map, "127.0.0.1", null);
  }

  private TestHub(
      Realm realm, boolean people, int perSender, String map, String host, ConsoleSettings.Tls tls)
      throws IOException {
    InstantSource clock = () -> Instant.now().plus(ahead.get());
    core = new MemoryCore(realm, clock);
    if (people) {
      account("ada", Role.COORDINATOR);
      account("ben", Role.COORDINATOR);
      account("cleo", Role.RADIO);
      account("dora", Role.COUNCIL);
      account("eli", Role.ADMIN);
      account("fay", Role.COORDINATOR, Role.COUNCIL, Role.ADMIN);
    }
    core.hand(new Command.NoteStart("test", List.of("core")), Actor.part("core"))
        .toCompletableFuture()
        .join();
    ConsoleParts parts =
        new ConsoleParts(
            core,
            core,
            core,
            (alert, ref) -> core.kept(alert, ref.name()),
            new MemoryLog(core),
            exercise -> new Feeds.Feed("<feed>" + exercise + "</feed>", Instant.EPOCH),
            MemoryCore.LIMITS,
            new Receipts(KEY, new SecureRandom()),
            map,
            () -> List.of(carrier.get()),
            new Power(power::get, () -> power.get().rung(), READ_ONLY_WHEN_LOW),
            () -> true,
            clock,
            new SecureRandom());
    ConsoleSettings settings =
        new ConsoleSettings(
            host,
            0,
            tls,
            null,
            "Wattle Bend hub",
            MemoryCore.ZONE,
            List.of("en", "vi", "es"),
            List.of("radio", "print", "cap", "sms", "mesh", "rds"),
            realm == Realm.DEMO,
            perSender,
            ConsoleSettings.REPORTS_IN_ALL);
    console = Console.launch(parts, settings);
  }

  static TestHub live() throws IOException {
    return new TestHub(Realm.LIVE, true, 100_000, null);
  }

  static TestHub demo(String map) throws IOException {
    return new TestHub(Realm.DEMO, true, 100_000, map);
  }

  static TestHub strict(int perSender) throws IOException {
    return new TestHub(Realm.LIVE, true, perSender, null);
  }

  /** Listens on every address, and over TLS as well. */
  static TestHub open(ConsoleSettings.Tls tls) throws IOException {
    return new TestHub(Realm.LIVE, true, 100_000, null, "0.0.0.0", tls);
  }

  static TestHub withoutPeople() throws IOException {
    return new TestHub(Realm.LIVE, false, 100_000, null);
  }

  private void account(String name, Role... roles) {
    core.hand(
            new Command.AddAccount("u-" + name, Set.of(roles), new Account.Login(name, HASH)),
            Actor.part("command-line"))
        .toCompletableFuture()
        .join();
  }

  Client client() {
    return new Client("http://127.0.0.1:" + console.port());
  }

  /** As another machine comes: by an address that is not loopback. For {@link #open}. */
  Client fromAnotherMachine() throws IOException {
    Optional<InetAddress> outer =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(a -> a instanceof Inet4Address && !a.isLoopbackAddress())
            .findFirst();
    Assumptions.assumeTrue(outer.isPresent(), "this machine has no address but loopback");
    return new Client("http://" + outer.get().getHostAddress() + ":" + console.port());
  }

  Client as(String name) throws Exception {
    Client client = client();
    client.signIn(name);
    return client;
  }

  /** Somebody who signed in once and stays so; for tests that are not about signing in. */
  Client staff(String name) throws Exception {
    Client client = staff.get(name);
    if (client == null) {
      client = as(name);
      staff.put(name, client);
    }
    return client;
  }

  @Override
  public void close() {
    console.close();
    core.close();
  }

  /** Lines made of what the core holds; the form on disk is the incident log's. */
  private record MemoryLog(MemoryCore core) implements LogAccess {
    @Override
    public List<String> lines(long from, int limit) {
      return core.read(
          s -> core.log.stream().skip(from - 1).limit(limit).map(e -> e.hash() + " {}").toList());
    }

    @Override
    public Optional<String> checkpoint() {
      return Optional.of("currawong-checkpoint 1 hub-1 1\n");
    }

    @Override
    public Check check() {
      return core.read(s -> new Check(s.n(), s.head(), 0, List.of()));
    }

    @Override
    public Optional<Exported> export(Instant from, Instant to) throws IOException {
      byte[] empty = {'P', 'K', 5, 6};
      Path file = Files.write(Files.createTempFile("export", ".zip"), empty);
      return Optional.of(new Exported(file, Artefact.sha256(empty)));
    }
  }
}
