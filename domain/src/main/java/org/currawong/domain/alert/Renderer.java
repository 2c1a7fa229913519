package org.currawong.domain.alert;

/**
 * Draft to bytes for one way out. Pure: no file, no network, no clock; run on the core's bounded
 * pool, possibly by several threads at once.
 *
 * <p>Names follow CONTRACT.md ({@code cap.xml}, {@code audio.en.wav} …) with {@link
 * Wording#prefix()} before them. What can't be made in a language is said as {@link Unavailable},
 * never replaced by another language.
 */
public interface Renderer {

  /** The way out whose bytes these are: {@code radio}, {@code print}, {@code cap}, {@code sms} … */
  String way();

  /** True when called once for each language, false when called once with the first language. */
  boolean eachLanguage();

  /** True when corrections have a form here too; the CAP Cancel is made at withdrawal instead. */
  default boolean corrections() {
    return true;
  }

  /**
   * Renders.
   *
   * @param language one of the draft's languages; its text exists
   */
  Rendering render(RenderInput input, Wording wording, String language);
}
