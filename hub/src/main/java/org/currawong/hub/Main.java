package org.currawong.hub;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.currawong.hub.node.Serving;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The one entry point: reads the verb and hands over to its class. */
@Command(
    name = "currawong",
    description = {
      "An emergency-operations and broadcast hub that a community runs itself.",
      "Not a replacement for official warnings or Triple Zero (000)."
    },
    footer = {"", "Exit codes: 0 done, 1 failed, 2 wrong usage, 75 stopped on low battery."})
public final class Main {
  private Main() {}

  /** Runs the verb that the first argument names, and exits with its code. */
  public static void main(String[] args) {
    int code = run(Terminal.ofProcess(), args);
    if (Serving.told()) {
      Runtime.getRuntime().halt(code); // all is closed; exit() would wait for itself
    }
    System.exit(code);
  }

  /** The same, for tests: returns the exit code instead of exiting. */
  public static int run(Terminal terminal, String... args) {
    CommandLine line = commandLine(terminal);
    return line.execute(verbFirst(args));
  }

  /** Settings may stand before the verb, as they would before a Java class: they are the verb's. */
  private static String[] verbFirst(String... args) {
    int settings = 0;
    while (settings < args.length && args[settings].startsWith("-D")) {
      settings++;
    }
    List<String> words = new ArrayList<>(List.of(args).subList(settings, args.length));
    words.addAll(List.of(args).subList(0, settings));
    return words.toArray(String[]::new);
  }

  /** Every verb, by name. */
  static CommandLine commandLine(Terminal terminal) {
    CommandLine line = new CommandLine(new Main());
    line.addSubcommand(new DemoVerb(terminal));
    line.addSubcommand(new RunVerb(terminal));
    line.addSubcommand(UserVerb.of(terminal));
    line.addSubcommand(PeopleVerb.of(terminal));
    line.addSubcommand(new ReportVerb(terminal));
    line.addSubcommand(new ExportVerb(terminal));
    line.addSubcommand(new VerifyVerb(terminal));
    line.addSubcommand(new DoctorVerb(terminal));
    line.addSubcommand(ConfigVerb.of(terminal));
    line.addSubcommand(new VersionVerb(terminal));
    everywhere(line);
    line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
    line.setParameterExceptionHandler((wrong, arguments) -> wrongUsage(wrong, terminal));
    line.setExecutionExceptionHandler((failure, verb, parsed) -> explain(failure, terminal));
    return line;
  }

  private static void everywhere(CommandLine line) {
    line.getCommandSpec().mixinStandardHelpOptions(true);
    line.getCommandSpec()
        .versionProvider(() -> new String[] {"currawong " + VersionVerb.ownVersion()});
    if (!line.getSubcommands().isEmpty()) {
      line.getCommandSpec().usageMessage().synopsisSubcommandLabel("VERB");
    }
    line.getSubcommands().values().forEach(Main::everywhere);
  }

  private static int wrongUsage(ParameterException wrong, Terminal terminal) {
    CommandLine verb = wrong.getCommandLine();
    String meant =
        wrong instanceof UnmatchedArgumentException unmatched
            ? unmatched.getSuggestions().stream()
                .findFirst()
                .map(s -> "; did you mean " + s + "?")
                .orElse("")
            : "";
    String help = "; see " + verb.getCommandSpec().qualifiedName() + " --help";
    terminal.err().println("currawong: " + firstLine(wrong.getMessage()) + meant + help);
    return Exit.USAGE;
  }

  private static int explain(Exception problem, Terminal terminal) {
    if (problem instanceof Failure failure) {
      terminal.err().println("currawong: " + failure.getMessage());
      return failure.exitCode();
    }
    org.slf4j.LoggerFactory.getLogger(Main.class).debug("unexpected", problem);
    terminal
        .err()
        .println(
            "currawong: unexpected "
                + problem
                + " (JDK_JAVA_OPTIONS=-Dcurrawong.log=debug shows where; please report it)");
    return Exit.FAILED;
  }

  private static String firstLine(String message) {
    return message == null ? "wrong usage" : message.lines().findFirst().orElse("wrong usage");
  }
}
