package org.currawong.incidentlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code verify.py} and the verifier in Java say the same, word for word. */
class VerifyScriptTest {

  private static final int FLIPS = 60;
  private static final long SECONDS = 120;

  /** Runs the script's own verifier over every folder in one go. */
  private static final String OVER_ALL =
      """
      import os, sys
      sys.path.insert(0, sys.argv[1])
      import verify
      for name in sorted(os.listdir(sys.argv[2])):
          print("== " + name)
          print(verify.Verifier(verify.place(os.path.join(sys.argv[2], name))).text(), end="")
      """;

  @TempDir Path folder;

  @Test
  void bothVerifiersSayTheSameOfGoodAndBrokenLogs() throws Exception {
    Map<String, MemoryLog> logs = new LinkedHashMap<>();
    BrokenLogs.all().forEach((name, c) -> logs.put(name, c.log()));
    MemoryLog good = logs.get("good");
    Random random = new Random(7);
    List<String> names = List.copyOf(good.files.keySet());
    for (int i = 0; i < FLIPS; i++) {
      String name = names.get(i % names.size());
      int bit = random.nextInt(good.files.get(name).length * 8);
      logs.put("flip-" + name + "-" + bit, good.flipped(name, bit));
    }
    StringBuilder expected = new StringBuilder();
    for (String name : logs.keySet().stream().sorted().toList()) {
      logs.get(name).writeTo(folder.resolve("logs").resolve(name));
      expected.append("== ").append(name).append('\n');
      expected.append(Verifier.verify(logs.get(name), Anchors.NONE).text());
    }
    Files.write(folder.resolve("verify.py"), VerifyScript.bytes());
    String said = run(0, "-c", OVER_ALL, folder.toString(), folder.resolve("logs").toString());
    assertEquals(expected.toString(), said);
  }

  @Test
  void theScriptTakesAnchorsAndAnswersWithItsExitCode() throws Exception {
    MemoryLog good = MemoryLog.ofOneNight();
    good.writeTo(folder.resolve("log"));
    String script = folder.resolve("verify.py").toString();
    Files.write(Path.of(script), VerifyScript.bytes());
    Verdict verdict = Verifier.verify(folder, Anchors.NONE);
    assertEquals(verdict.text(), run(0, script, folder.toString()));
    String anchored = run(0, script, folder.toString(), "--against", verdict.words());
    assertTrue(anchored.contains("covers: 0\n"), anchored);
    String other = "abandon ability able about above absent absorb abstract";
    assertTrue(run(1, script, folder.toString(), "--against", other).contains("fault: anchor"));
    run(2, script, folder.toString(), "--against", "water water");
    run(2, script);
    run(1, script, folder.resolve("nothing-here").toString());
    Path kept = folder.resolve("kept");
    List<String> notes = List.of(good.text("checkpoints").split("(?<==\n)"));
    Files.writeString(kept, notes.getLast());
    Verdict withCheckpoint =
        Verifier.verify(folder, new Anchors(null, Checkpoint.parse(notes.getLast()).orElseThrow()));
    assertEquals(
        withCheckpoint.text(), run(0, script, folder.toString(), "--checkpoint", kept.toString()));
    Files.delete(folder.resolve("log").resolve("checkpoints"));
    Files.delete(folder.resolve("log").resolve(good.segments().getLast()));
    assertTrue(
        run(1, script, folder.toString(), "--checkpoint", kept.toString())
            .contains("fault: fewer"));
  }

  private String run(int exit, String... arguments) throws IOException, InterruptedException {
    List<String> command = new java.util.ArrayList<>(List.of("python3", "-B", "-I"));
    command.addAll(List.of(arguments));
    Path out = folder.resolve("out");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    assertTrue(process.waitFor(SECONDS, TimeUnit.SECONDS), "the script ends");
    String said = Files.readString(out, StandardCharsets.UTF_8);
    assertEquals(exit, process.exitValue(), said);
    return said;
  }
}
