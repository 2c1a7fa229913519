package org.currawong.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.currawong.domain.text.CheckWords;
import org.currawong.incidentlog.Anchors;
import org.currawong.incidentlog.Checkpoint;
import org.currawong.incidentlog.Verdict;
import org.currawong.incidentlog.Verifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code verify}: checks a log or a bundle without a server. */
@Command(
    name = "verify",
    description = {
      "Checks a log folder or an exported bundle without a server.",
      "Exit code 0 if it verifies (a tail that a power cut left is named), 1 with file and line if not."
    })
final class VerifyVerb implements Callable<Integer> {
  /** A checkpoint is six short lines; anything larger is another file. */
  private static final long LARGEST_CHECKPOINT = 4_096;

  private final Terminal terminal;

  @Parameters(
      paramLabel = "PATH",
      description = "data folder, log folder, or bundle (folder or ZIP)")
  private Path path;

  @Option(
      names = "--against",
      paramLabel = "\"EIGHT WORDS\"",
      description =
          "check words from a printed sheet or the CAP feed: the log must have had that head")
  private String words;

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description = "a signed checkpoint that was kept elsewhere")
  private Path checkpoint;

  @Option(names = "--json", description = "as one JSON object")
  private boolean json;

  VerifyVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Anchors anchors =
        new Anchors(
            words == null ? null : prefix(words), checkpoint == null ? null : note(checkpoint));
    try {
      Verdict verdict = Verifier.verify(path, anchors);
      terminal.out().print(json ? Json.text(object(verdict)) + "\n" : verdict.text());
      terminal.out().flush();
      return verdict.sound() ? Exit.DONE : Exit.FAILED;
    } catch (java.nio.file.NoSuchFileException missing) {
      throw Failure.failed(missing.getFile() + ": there is no such file or folder");
    } catch (IOException unreadable) {
      throw Failure.failed(path + " can't be verified: " + unreadable.getMessage());
    }
  }

  private static byte[] prefix(String typed) {
    return switch (CheckWords.english().parse(typed)) {
      case CheckWords.Words words -> words.prefix();
      case CheckWords.WrongCount wrong ->
          throw Failure.usage(
              "--against takes " + CheckWords.WORDS + " words, not " + wrong.count());
      case CheckWords.WrongWord wrong ->
          throw Failure.usage(
              "--against: word "
                  + wrong.position()
                  + ", \""
                  + wrong.word()
                  + "\", is not a check word; did you mean "
                  + wrong.nearest()
                  + "?");
    };
  }

  private static Checkpoint note(Path file) {
    try {
      if (Files.size(file) <= LARGEST_CHECKPOINT) {
        var note = Checkpoint.parse(Files.readString(file));
        if (note.isPresent()) {
          return note.get();
        }
      }
      throw Failure.failed(
          file + " is not a checkpoint: four lines, an empty one, and a signature");
    } catch (IOException unreadable) {
      throw Failure.failed(file + " can't be read as a checkpoint");
    }
  }

  private static Map<String, Object> object(Verdict verdict) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("sound", verdict.sound());
    all.put("hub", verdict.hub());
    all.put("first", verdict.first());
    all.put("last", verdict.last());
    all.put("withheld", verdict.withheld());
    all.put("head", verdict.head());
    all.put("words", verdict.words());
    all.put("checkpoints", verdict.checkpoints());
    all.put("checkpointed", verdict.checkpointed());
    all.put("uncovered", verdict.uncovered());
    verdict.tornTail().ifPresent(torn -> all.put("torn_tail", torn));
    all.put("faults", verdict.faults().stream().map(Object::toString).toList());
    return all;
  }
}
