package org.currawong.hub;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.currawong.console.accounts.Passwords;
import org.currawong.domain.Role;
import org.currawong.domain.State;
import org.currawong.domain.Word;
import org.currawong.domain.people.Account;
import org.currawong.hub.node.StoppedHub;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code user add|list|disable}: accounts of a stopped hub. */
@Command(name = "user", description = "Accounts: who may sign in. Only on a stopped hub.")
final class UserVerb {

  private static final int ID_BYTES = 6;

  private UserVerb() {}

  static CommandLine of(Terminal terminal) {
    CommandLine line = new CommandLine(new UserVerb());
    line.addSubcommand(new Add(terminal));
    line.addSubcommand(new Listing(terminal));
    line.addSubcommand(new Disable(terminal));
    return line;
  }

  /** What all three share: the folder, and how a running hub is told apart. */
  private abstract static sealed class OnStoppedHub implements Callable<Integer> {
    final Terminal terminal;

    @Option(names = "--data", paramLabel = "DIR", description = "the hub's data folder")
    private Path data = DataFolder.DEFAULT;

    OnStoppedHub(Terminal terminal) {
      this.terminal = terminal;
    }

    abstract void work(StoppedHub hub);

    /** Refuses what is wrong before a folder is touched; the first account founds a hub. */
    void check() {
      StoppedHub.mustExist(data);
    }

    @Override
    public Integer call() {
      check();
      try (StoppedHub hub = StoppedHub.open(data, "user", Clock.systemUTC())) {
        work(hub);
        return Exit.DONE;
      } catch (Failure refused) {
        boolean running = refused.getMessage().contains("in use by");
        throw running
            ? Failure.failed(refused.getMessage() + "; on a running hub use its page /accounts")
            : refused;
      } catch (IOException unreadable) {
        throw Failure.failed(data + ": " + unreadable.getMessage());
      }
    }
  }

  @Command(name = "add", description = "Adds an account. The password comes by standard input.")
  private static final class Add extends OnStoppedHub {
    @Parameters(paramLabel = "NAME", description = "what is typed at sign-in")
    private String name;

    @Option(
        names = "--role",
        required = true,
        paramLabel = "ROLE",
        description = "coordinator, radio, council or admin; may be repeated")
    private final List<String> roles = new ArrayList<>();

    @Option(names = "--password-stdin", description = "read the password from standard input")
    private boolean passwordStdin;

    Add(Terminal terminal) {
      super(terminal);
    }

    @Override
    void check() {
      if (!passwordStdin) {
        throw Failure.usage("--password-stdin: the password comes by standard input");
      }
      wanted();
    }

    private Set<Role> wanted() {
      Set<Role> wanted = new LinkedHashSet<>();
      for (String role : roles) {
        wanted.add(
            Word.find(Role.class, role)
                .orElseThrow(
                    () ->
                        Failure.usage(
                            "\"" + role + "\" is no role: coordinator, radio, council or admin")));
      }
      return wanted;
    }

    @Override
    void work(StoppedHub hub) {
      char[] password = terminal.password().toCharArray();
      Passwords.complaint(password)
          .ifPresent(
              why -> {
                throw Failure.failed(why);
              });
      byte[] id = new byte[ID_BYTES];
      new SecureRandom().nextBytes(id);
      Account.Login login = new Account.Login(name, Passwords.hash(password));
      hub.carryOut(
          new org.currawong.domain.Command.AddAccount(
              "u-" + HexFormat.of().formatHex(id), wanted(), login));
      boolean founding = hub.core().read(s -> s.accountByName(name).orElseThrow().confirmed());
      terminal
          .out()
          .println(
              founding
                  ? name + " is added"
                  : name + " is added; a second person must confirm the account");
    }
  }

  @Command(name = "list", description = "Lists the accounts.")
  private static final class Listing extends OnStoppedHub {
    @Option(names = "--json", description = "as JSON, one object a line")
    private boolean json;

    Listing(Terminal terminal) {
      super(terminal);
    }

    @Override
    void work(StoppedHub hub) {
      hub.core().read(State::accounts).forEach(a -> terminal.out().println(line(a)));
    }

    private String line(Account a) {
      String name = a.login().open().map(Account.Login::name).orElse("(erased)");
      List<String> roles = a.roles().stream().map(Role::word).sorted().toList();
      String standing = a.disabled() ? "disabled" : a.confirmed() ? "confirmed" : "to be confirmed";
      if (!json) {
        return name + "  " + String.join(",", roles) + "  " + standing;
      }
      Map<String, Object> all = new LinkedHashMap<>();
      all.put("id", a.id());
      all.put("name", name);
      all.put("roles", roles);
      all.put("standing", standing);
      return Json.text(all);
    }
  }

  @Command(name = "disable", description = "Shuts an account out.")
  private static final class Disable extends OnStoppedHub {
    @Parameters(paramLabel = "NAME", description = "whose")
    private String name;

    Disable(Terminal terminal) {
      super(terminal);
    }

    @Override
    void work(StoppedHub hub) {
      String id =
          hub.core()
              .read(s -> s.accountByName(name).map(Account::id))
              .orElseThrow(() -> Failure.failed("nobody is called " + name));
      hub.carryOut(new org.currawong.domain.Command.DisableAccount(id));
      terminal.out().println(name + " is disabled");
    }
  }
}
