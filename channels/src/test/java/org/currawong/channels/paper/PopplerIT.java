package org.currawong.channels.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.currawong.channels.Peer;
import org.currawong.channels.Samples;
import org.currawong.domain.alert.Artefact;
import org.currawong.domain.alert.Wording;
import org.currawong.domain.phrase.PhraseBank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Poppler as an independent reader of what we print. */
class PopplerIT {

  @TempDir Path folder;

  @Test
  void popplerReadsTheTreeAndFindsEveryFontInside() throws Exception {
    Peer.wanted("pdftotext");
    Peer.wanted("pdffonts");
    Artefact made =
        new PhoneTreeRenderer(PhraseBank.shipped())
            .render(Samples.live("en", "vi", "es"), Wording.ALERT, "en")
            .artefacts()
            .getFirst();
    Path pdf = Files.write(folder.resolve("tree.pdf"), made.bytes());
    String text = run("pdftotext", "-layout", pdf.toString(), "-");
    assertTrue(text.contains("Trần Thị Hồng") && text.contains("0400 000 001"), text);
    assertTrue(text.contains(Samples.CHECK_WORDS), text);
    assertFalse(text.contains("#"), text);
    String fonts = run("pdffonts", pdf.toString());
    long embedded =
        fonts
            .lines()
            .skip(2)
            .filter(l -> l.contains("DejaVuSans") && l.contains("yes yes"))
            .count();
    assertEquals(fonts.lines().skip(2).count(), embedded, fonts);
  }

  private String run(String... command) throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    assertTrue(process.waitFor(20, TimeUnit.SECONDS));
    assertEquals(0, process.exitValue());
    return Files.readString(out, StandardCharsets.UTF_8);
  }
}
