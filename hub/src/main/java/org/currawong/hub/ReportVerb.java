package org.currawong.hub;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.currawong.hub.handin.Answer;
import org.currawong.hub.handin.Columns;
import org.currawong.hub.handin.Delivery;
import org.currawong.hub.handin.FileImport;
import org.currawong.hub.handin.HubClient;
import org.currawong.hub.handin.ProgressBar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code report}: hands in one report, or one per row of a file, to a running hub. */
@Command(
    name = "report",
    description = {
      "Hands in one report, or one per row of a CSV file (columns text, and if there are any lang, place, from, at).",
      "Running a file again hands nothing in twice."
    })
final class ReportVerb implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(arity = "0..1", paramLabel = "TEXT", description = "what to report")
  private String text;

  @Option(names = "--lang", paramLabel = "L", description = "its language, ISO 639-1")
  private String lang;

  @Option(names = "--place", paramLabel = "P", description = "where")
  private String place;

  @Option(names = "--file", paramLabel = "FILE.csv", description = "a report per row")
  private Path file;

  @Option(
      names = "--columns",
      split = ",",
      paramLabel = "OURS=THEIRS",
      description = "the file's own column names, e.g. text=message,place=town")
  private final Map<String, String> columns = new LinkedHashMap<>();

  @Option(
      names = "--user",
      paramLabel = "NAME",
      description = "sign in; needed for columns from and at")
  private String user;

  @Option(names = "--password-stdin", description = "read the password from standard input")
  private boolean passwordStdin;

  @Option(
      names = "--url",
      paramLabel = "U",
      description = "the hub's address (default: DIR/hub.address)")
  private String url;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "the hub's data folder (default: ./data)")
  private Path data = DataFolder.DEFAULT;

  @Option(names = "--json", description = "the result as one JSON object")
  private boolean json;

  ReportVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    if ((text == null) == (file == null)) {
      throw Failure.usage(
          "give either a TEXT in quotes or --file FILE.csv; see currawong report --help");
    }
    if (file != null && (lang != null || place != null)) {
      throw Failure.usage("--lang and --place go with a TEXT; a file has columns for them");
    }
    if (file == null && !columns.isEmpty()) {
      throw Failure.usage("--columns goes with --file");
    }
    if ((user != null) != passwordStdin) {
      throw Failure.usage("--user NAME and --password-stdin go together");
    }
    return file == null ? one() : many();
  }

  private int one() throws InterruptedException {
    Map<String, String> report = new LinkedHashMap<>();
    report.put("text", text);
    putIfGiven(report, "lang", lang);
    putIfGiven(report, "place", place);
    Answer answer = delivery(address()).deliver(report, UUID.randomUUID().toString());
    if (answer instanceof Answer.Received received) {
      if (json) {
        terminal
            .out()
            .println(
                Json.text(
                    Map.of(
                        "id", received.id(),
                        "receipt", received.receipt(),
                        "received_at", received.receivedAt())));
      } else {
        terminal.out().println("received " + received.id() + "; receipt " + received.receipt());
      }
      return Exit.DONE;
    }
    throw Failure.failed("not handed in: " + why(answer));
  }

  private int many() throws InterruptedException {
    try {
      Columns found = FileImport.columns(file, columns);
      if (user == null && found.needsSignIn().isPresent()) {
        throw Failure.usage(
            "the column \""
                + found.needsSignIn().get()
                + "\" needs a sign-in: --user NAME --password-stdin");
      }
      long total = FileImport.count(file);
      return print(handIn(found, total), total);
    } catch (IllegalArgumentException wrongColumns) {
      throw Failure.usage(file + ": " + wrongColumns.getMessage());
    } catch (java.nio.file.NoSuchFileException missing) {
      throw Failure.failed(file + ": there is no such file");
    } catch (IOException unreadable) {
      throw Failure.failed(file + ": " + unreadable.getMessage());
    }
  }

  private FileImport.Result handIn(Columns found, long total)
      throws IOException, InterruptedException {
    Delivery delivery = delivery(address());
    if (!terminal.interactive()) {
      return new FileImport(delivery, (received, refused) -> {}).run(file, found);
    }
    try (ProgressBar bar = new ProgressBar(terminal.err(), total, System::nanoTime)) {
      return new FileImport(delivery, bar).run(file, found);
    }
  }

  private int print(FileImport.Result result, long total) {
    if (json) {
      Map<String, Object> all = new LinkedHashMap<>();
      all.put("rows", total);
      all.put("received", result.received());
      all.put("refused", result.refused());
      all.put("refusals", result.listed());
      result.stopped().ifPresent(why -> all.put("stopped", why));
      terminal.out().println(Json.text(all));
    } else {
      terminal
          .out()
          .println(
              total
                  + " rows: "
                  + result.received()
                  + " received, "
                  + result.refused()
                  + " refused");
      result
          .listed()
          .forEach(
              row ->
                  terminal
                      .err()
                      .println("row " + row.row() + " (line " + row.line() + "): " + row.why()));
    }
    if (result.stopped().isPresent()) {
      throw Failure.failed(
          result.stopped().get()
              + "; run the same command again: what was received is not handed in twice");
    }
    return result.refused() == 0 ? Exit.DONE : Exit.FAILED;
  }

  private URI address() {
    return HubAddress.find(url, data);
  }

  private Delivery delivery(URI address) throws InterruptedException {
    HubClient hub = new HubClient(address);
    if (user == null) {
      return new Delivery(hub, () -> false);
    }
    if (!HubAddress.isLoopback(address) && !"https".equals(address.getScheme())) {
      throw Failure.usage("a password goes to another machine over https only, not to " + address);
    }
    String password = terminal.password();
    switch (hub.signIn(user, password)) {
      case HubClient.SignIn.Done done -> {
        return new Delivery(hub, () -> hub.signIn(user, password) instanceof HubClient.SignIn.Done);
      }
      case HubClient.SignIn.Denied denied ->
          throw Failure.failed("sign-in of " + user + " refused: " + denied.why());
      case HubClient.SignIn.Failed failed ->
          throw Failure.failed("sign-in at " + address + " failed: " + failed.why());
    }
  }

  private static void putIfGiven(Map<String, String> report, String field, String value) {
    if (value != null) {
      report.put(field, value);
    }
  }

  private static String why(Answer answer) {
    return switch (answer) {
      case Answer.Refused refused -> refused.why();
      case Answer.Unknown unknown -> unknown.why();
      default -> "the hub is busy";
    };
  }
}
