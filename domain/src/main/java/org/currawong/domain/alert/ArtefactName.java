package org.currawong.domain.alert;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an artefact's name tells (CONTRACT.md): {@code error.audio.en.wav} is the correction in the
 * words for an error of what {@code audio.en.wav} said.
 *
 * @param base the name without the wording, such as {@code audio.en.wav}
 * @param language ISO 639-1, or {@code null} where the artefact holds all or none
 */
public record ArtefactName(Wording wording, String base, String language) {

  private static final Pattern WITH_LANGUAGE =
      Pattern.compile("(?:audio|script|sms|mesh|sheet)\\.([a-z]{2,3})\\..+");

  /** Reads a name; a name of another form has neither wording nor language. */
  public static ArtefactName of(String name) {
    Wording wording = Wording.ALERT;
    String base = name;
    for (Wording w : Wording.values()) {
      if (w != Wording.ALERT && name.startsWith(w.prefix())) {
        wording = w;
        base = name.substring(w.prefix().length());
      }
    }
    Matcher m = WITH_LANGUAGE.matcher(base);
    return new ArtefactName(wording, base, m.matches() ? m.group(1) : null);
  }

  /** The way out that sends it; empty for what is only shown, such as the script. */
  public Optional<String> way() {
    if (base.startsWith("audio.")) {
      return Optional.of("radio");
    }
    if (base.startsWith("sheet.") || base.equals("phonetree.pdf")) {
      return Optional.of("print");
    }
    if (base.startsWith("sms.")) {
      return Optional.of("sms");
    }
    return base.equals("cap.xml") ? Optional.of("cap") : Optional.empty();
  }

  /**
   * Whether this way out may send it: a recording goes into the player's folder and on a stream.
   */
  public boolean goesBy(String way) {
    return way().filter(way::equals).isPresent()
        || (base.startsWith("audio.") && way.equals("icecast"));
  }

  /**
   * What an order to this way out is called after: {@link #stem()}, and the way's name before it
   * where another way out sends the same artefact under the stem alone.
   */
  public String orderStem(String way) {
    return way().filter(way::equals).isPresent() ? stem() : way + "-" + stem();
  }

  /** The same thing in other words: {@code audio.en.wav} as {@code withdrawn.audio.en.wav}. */
  public String in(Wording other) {
    return other.prefix() + base;
  }

  /** The same thing in another language; itself where it is in none. */
  public ArtefactName speaking(String other) {
    String said =
        language == null ? base : base.replaceFirst("\\." + language + "\\.", "." + other + ".");
    return new ArtefactName(wording, said, language == null ? null : other);
  }

  /** The base without its last extension, as orders are named by it. */
  public String stem() {
    int dot = base.lastIndexOf('.');
    return dot < 0 ? base : base.substring(0, dot);
  }
}
