package org.currawong.channels.mesh;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.currawong.domain.alert.Artefact;
import org.currawong.domain.alert.RenderInput;
import org.currawong.domain.alert.Renderer;
import org.currawong.domain.alert.Rendering;
import org.currawong.domain.alert.Wording;
import org.currawong.domain.phrase.AlertWords;
import org.currawong.domain.phrase.PhraseBank;
import org.currawong.domain.text.MeshText;
import org.currawong.domain.text.Split;

/**
 * {@code mesh.<language>.1.txt} and so on: the exact bytes of one mesh message each, UTF-8, without
 * a line end, at most 200 bytes.
 */
public final class MeshRenderer implements Renderer {

  private final PhraseBank bank;

  /**
   * @param bank where frames and fixed words are taken from
   */
  public MeshRenderer(PhraseBank bank) {
    this.bank = bank;
  }

  @Override
  public String way() {
    return "mesh";
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
    String name = wording.prefix() + "mesh." + language + ".";
    Optional<AlertWords> words = AlertWords.of(bank, input, wording, language);
    if (words.isEmpty()) {
      return Rendering.notAvailable(name + "1.txt", "no words in this language");
    }
    Split split = MeshText.split(words.get().brief(), words.get().mark());
    if (!split.fit().fits() && wording == Wording.ALERT) {
      return Rendering.notAvailable(name + "1.txt", String.join("; ", split.fit().over()));
    }
    List<Artefact> artefacts = new ArrayList<>();
    for (String part : split.parts()) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      String own = name + (artefacts.size() + 1) + ".txt";
      artefacts.add(new Artefact(own, "text/plain; charset=utf-8", bytes, false));
    }
    return new Rendering(artefacts, List.of());
  }
}
