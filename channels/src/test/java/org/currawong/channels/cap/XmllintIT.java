package org.currawong.channels.cap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.currawong.channels.Peer;
import org.currawong.channels.Samples;
import org.currawong.domain.alert.Wording;
import org.currawong.domain.phrase.PhraseBank;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** libxml2 as an independent judge of what we write. */
class XmllintIT {

  private static final Path SCHEMA =
      Path.of("../../shared/data/cap/ibm-cap/CAP-v1.2.xsd").toAbsolutePath();

  @TempDir Path folder;

  @Test
  void libxml2AgreesThatOurMessagesAreCap() throws Exception {
    Peer.wanted("xmllint");
    Assumptions.assumeTrue(Files.exists(SCHEMA), "no CAP schema beside the project");
    CapRenderer renderer = new CapRenderer(PhraseBank.shipped());
    byte[] alert =
        renderer
            .render(Samples.live("en", "vi", "es", "ar"), Wording.ALERT, "en")
            .artefacts()
            .getFirst()
            .bytes();
    byte[] cancel =
        renderer
            .render(Samples.cancel("en", "vi"), Wording.WITHDRAWN, "en")
            .artefacts()
            .getFirst()
            .bytes();
    assertEquals(0, verdict(alert));
    assertEquals(0, verdict(cancel));
    String wrong = new String(alert, StandardCharsets.UTF_8).replace("<event>", "<evemt>");
    assertNotEquals(0, verdict(wrong.getBytes(StandardCharsets.UTF_8)));
  }

  private int verdict(byte[] message) throws IOException, InterruptedException {
    Path file = Files.write(folder.resolve("cap.xml"), message);
    Process judge =
        new ProcessBuilder(
                "xmllint", "--nonet", "--noout", "--schema", SCHEMA.toString(), file.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("verdict").toFile())
            .start();
    if (!judge.waitFor(20, TimeUnit.SECONDS)) {
      judge.destroyForcibly();
    }
    return judge.waitFor();
  }
}
