package org.currawong.channels.sms;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.currawong.domain.alert.Artefact;
import org.currawong.domain.alert.RenderInput;
import org.currawong.domain.alert.Renderer;
import org.currawong.domain.alert.Rendering;
import org.currawong.domain.alert.Wording;
import org.currawong.domain.phrase.AlertWords;
import org.currawong.domain.phrase.PhraseBank;
import org.currawong.domain.text.SmsText;
import org.currawong.domain.text.Split;

/**
 * {@code sms.<language>.txt}: UTF-8, one message a line, each line ended by LF, numbered where
 * there are several. No message holds a line break itself.
 */
public final class SmsRenderer implements Renderer {

  private final PhraseBank bank;

  /**
   * @param bank where frames and fixed words are taken from
   */
  public SmsRenderer(PhraseBank bank) {
    this.bank = bank;
  }

  @Override
  public String way() {
    return "sms";
  }

  @Override
  public boolean eachLanguage() {
    return true;
  }

  /**
   * Says "not available" where there are no words, or more than may be sent; never cuts. A
   * correction goes whole, whatever its length: who got the alert must get it too.
   */
  @Override
  public Rendering render(RenderInput input, Wording wording, String language) {
    String name = wording.prefix() + "sms." + language + ".txt";
    Optional<AlertWords> words = AlertWords.of(bank, input, wording, language);
    if (words.isEmpty()) {
      return Rendering.notAvailable(name, "no words in this language");
    }
    Split split = SmsText.split(words.get().brief());
    if (!split.fit().fits() && wording == Wording.ALERT) {
      return Rendering.notAvailable(name, String.join("; ", split.fit().over()));
    }
    String lines = String.join("\n", split.parts()) + "\n";
    byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
    return Rendering.of(new Artefact(name, "text/plain; charset=utf-8", bytes, false));
  }
}
