package org.currawong.radio;

import java.util.List;
import org.currawong.domain.alert.Artefact;
import org.currawong.domain.alert.RenderInput;
import org.currawong.domain.alert.Renderer;
import org.currawong.domain.alert.Rendering;
import org.currawong.domain.alert.Unavailable;
import org.currawong.domain.alert.Wording;

/**
 * The radio's forms of an alert and of its corrections: {@code script.<lang>.txt} for a person and,
 * where there is a voice, {@code audio.<lang>.wav} of the very same words.
 */
public final class RadioRenderer implements Renderer {

  /** The name of this way out. */
  public static final String WAY = "radio";

  private final ScriptWriter writer;
  private final Speech speech;

  /** A renderer that speaks with {@code speech}, which its owner closes. */
  public RadioRenderer(ScriptWriter writer, Speech speech) {
    this.writer = writer;
    this.speech = speech;
  }

  @Override
  public String way() {
    return WAY;
  }

  @Override
  public boolean eachLanguage() {
    return true;
  }

  @Override
  public Rendering render(RenderInput input, Wording wording, String language) {
    String script = wording.prefix() + "script." + language + ".txt";
    String audio = wording.prefix() + "audio." + language + ".wav";
    List<Script> scripts = writer.scripts(input, wording, language);
    List<Script> fitting = scripts.stream().filter(s -> s.fit().fits()).toList();
    if (scripts.isEmpty()) {
      return neither(script, audio, "the fixed words or the text of this language are missing");
    }
    if (fitting.isEmpty()) {
      return neither(script, audio, scripts.getLast().fit().over().getFirst());
    }
    return rendered(fitting, script, audio);
  }

  /** The longest that fits, by the recording's own length where there is a voice. */
  private Rendering rendered(List<Script> fitting, String script, String audio) {
    for (Script each : fitting) {
      switch (speech.record(each)) {
        case Recording.Made made -> {
          return Rendering.of(text(script, each), new Artefact(audio, Wav.TYPE, made.wav(), false));
        }
        case Recording.NotMade not -> {
          return new Rendering(
              List.of(text(script, each)), List.of(new Unavailable(audio, not.reason())));
        }
        case Recording.TooLong tooLong -> {}
      }
    }
    return neither(script, audio, "longer on air than 90 seconds at its shortest");
  }

  private static Artefact text(String name, Script script) {
    return new Artefact(name, "text/plain; charset=utf-8", script.bytes(), false);
  }

  private static Rendering neither(String script, String audio, String reason) {
    return new Rendering(
        List.of(), List.of(new Unavailable(script, reason), new Unavailable(audio, reason)));
  }
}
