package org.currawong.channels.rds;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.currawong.domain.alert.Artefact;
import org.currawong.domain.alert.RenderInput;
import org.currawong.domain.alert.Renderer;
import org.currawong.domain.alert.Rendering;
import org.currawong.domain.alert.Wording;
import org.currawong.domain.phrase.AlertWords;
import org.currawong.domain.phrase.PhraseBank;
import org.currawong.domain.text.RdsText;
import org.currawong.domain.text.Split;

/**
 * {@code rds.txt}: lines of at most 64 characters of the RDS basic set (IEC 62106), sent in turn.
 * The file is UTF-8, a line each, ended by LF; the encoder's channel maps it to RDS bytes. One
 * display speaks one language: the first.
 */
public final class RdsRenderer implements Renderer {

  private static final String NAME = "rds.txt";

  private final PhraseBank bank;

  /**
   * @param bank where frames and fixed words are taken from
   */
  public RdsRenderer(PhraseBank bank) {
    this.bank = bank;
  }

  @Override
  public String way() {
    return "rds";
  }

  @Override
  public boolean eachLanguage() {
    return false;
  }

  /**
   * Plain punctuation stands for typographic signs, which the display does not have. Says "not
   * available" where letters are missing from the set, or where an alert's lines are too many.
   */
  @Override
  public Rendering render(RenderInput input, Wording wording, String language) {
    String name = wording.prefix() + NAME;
    Optional<AlertWords> words = AlertWords.of(bank, input, wording, language);
    if (words.isEmpty()) {
      return Rendering.notAvailable(name, "no words in this language");
    }
    String brief = words.get().brief();
    Split split = RdsText.split(RdsText.mended(brief).orElse(brief), words.get().mark());
    boolean shown = RdsText.outside(String.join("", split.parts())).isEmpty();
    if (!split.fit().fits() && (wording == Wording.ALERT || !shown)) {
      return Rendering.notAvailable(name, String.join("; ", split.fit().over()));
    }
    String lines = String.join("\n", split.parts()) + "\n";
    byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
    return Rendering.of(new Artefact(name, "text/plain; charset=utf-8", bytes, false));
  }
}
