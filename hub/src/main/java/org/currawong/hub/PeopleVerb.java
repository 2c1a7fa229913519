package org.currawong.hub;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.Callable;
import org.currawong.channels.people.PeopleCsv;
import org.currawong.domain.State;
import org.currawong.domain.people.Person;
import org.currawong.hub.node.StoppedHub;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code people import}: the directory from a CSV file. */
@Command(name = "people", description = "The directory: who is rung and texted.")
final class PeopleVerb {

  private static final int ID_BYTES = 6;

  private PeopleVerb() {}

  static CommandLine of(Terminal terminal) {
    CommandLine line = new CommandLine(new PeopleVerb());
    line.addSubcommand(new Import(terminal));
    return line;
  }

  @Command(
      name = "import",
      description = {
        "Adds people from a CSV file: name, phone, language, groups, needs, address, alternate.",
        "A file with a fault adds nobody; who is in the directory already is shown, not doubled."
      })
  private static final class Import implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE.csv", description = "UTF-8")
    private Path file;

    @Option(names = "--data", paramLabel = "DIR", description = "the hub's data folder")
    private Path data = DataFolder.DEFAULT;

    @Option(names = "--json", description = "the result as one JSON object")
    private boolean json;

    Import(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() {
      String text = text();
      try (StoppedHub hub = StoppedHub.open(data, "people", Clock.systemUTC())) {
        PeopleCsv.Result read = PeopleCsv.read(text, hub.core().read(State::people), Import::newId);
        read.faults().forEach(f -> terminal.err().println(file + ": " + f));
        read.duplicates().forEach(d -> terminal.err().println(file + ": " + d));
        if (!read.faults().isEmpty()) {
          throw Failure.failed("nobody was added: mend the lines above first");
        }
        for (Person p : read.people()) {
          hub.carryOut(new org.currawong.domain.Command.AddPerson(p));
        }
        int added = read.people().size();
        int known = read.duplicates().size();
        terminal
            .out()
            .println(
                json
                    ? Json.text(Map.of("added", added, "duplicates", known))
                    : added + " added, " + known + " known already");
        return Exit.DONE;
      } catch (IOException unreadable) {
        throw Failure.failed(data + ": " + unreadable.getMessage());
      }
    }

    private String text() {
      try {
        if (Files.size(file) > PeopleCsv.MOST_CHARACTERS) {
          throw Failure.failed(file + " is longer than a directory can be");
        }
        return Files.readString(file);
      } catch (NoSuchFileException missing) {
        throw Failure.failed(file + ": there is no such file");
      } catch (MalformedInputException notUtf8) {
        throw Failure.failed(file + " is not UTF-8: save it again as UTF-8");
      } catch (IOException unreadable) {
        throw Failure.failed(file + ": " + unreadable.getMessage());
      }
    }

    private static String newId() {
      byte[] id = new byte[ID_BYTES];
      new SecureRandom().nextBytes(id);
      return "p-" + HexFormat.of().formatHex(id);
    }
  }
}
