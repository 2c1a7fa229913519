package org.currawong.radio;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.currawong.domain.text.Spoken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Script to recording: chime, the sentences with pauses, chime. One voice on one thread, asked by
 * any number of threads. The same script gives the same bytes.
 */
public final class Speech implements AutoCloseable {

  /** Recordings waiting; a draft makes four, so this is more than people can draft at once. */
  private static final int WAITING = 64;

  /** The longest wait for a recording, s: half of the 60 s that rendering may take. */
  private static final int PATIENCE_S = 30;

  /** The longest word that is said; a longer one is not a word, and would fill the air alone. */
  private static final int LONGEST_WORD = 40;

  private static final Pattern ENDLESS_WORD =
      Pattern.compile("[A-Za-z']{" + (LONGEST_WORD + 1) + "}");

  /** A sentence shorter than this many samples (50 ms) was not said. */
  private static final int SHORTEST_SENTENCE = Kevin.RATE / 20;

  private static final int MS = 1000;
  private static final Logger LOG = LoggerFactory.getLogger(Speech.class);

  private final Pronunciation pronunciation;
  private final ThreadPoolExecutor worker;
  private final Supplier<Kevin> loading;

  /** Of the worker's thread alone; {@code null} until it is loaded. */
  private Kevin voice;

  private Speech(Pronunciation pronunciation, Supplier<Kevin> loading) {
    this.pronunciation = pronunciation;
    this.loading = loading;
    this.worker =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().daemon().name("speech").factory());
  }

  /** Begins to load the voice in the background (about 0.7 s) and returns at once. */
  public static Speech launch(Pronunciation pronunciation) {
    return launch(pronunciation, Kevin::new);
  }

  static Speech launch(Pronunciation pronunciation, Supplier<Kevin> loading) {
    Speech speech = new Speech(pronunciation, loading);
    speech.worker.execute(speech::warm);
    return speech;
  }

  private void warm() {
    try {
      voice();
    } catch (RuntimeException e) {
      LOG.warn("the voice could not be loaded; the next recording tries again", e);
    }
  }

  private Kevin voice() {
    if (voice == null) {
      voice = loading.get();
    }
    return voice;
  }

  /** Whether there is a voice for this language; another language's is never used for it. */
  public boolean speaks(String language) {
    return language.equals(Kevin.LANGUAGE);
  }

  /**
   * Speaks a script; waits for its turn, at most 30 s.
   *
   * @return {@link Recording.NotMade} without a voice for its language, or when the voice failed,
   *     is busy or was closed; {@link Recording.TooLong} beyond 90 s, chimes included
   */
  public Recording record(Script script) {
    if (!speaks(script.language())) {
      return new Recording.NotMade("no voice for this language");
    }
    Future<Recording> coming;
    try {
      coming = worker.submit(() -> spoken(script));
    } catch (RejectedExecutionException e) {
      return new Recording.NotMade("the voice is busy or was stopped");
    }
    return await(coming);
  }

  /** Stops the voice; what waits is not said. */
  @Override
  public void close() {
    worker.shutdownNow();
  }

  private static Recording await(Future<Recording> coming) {
    try {
      return coming.get(PATIENCE_S, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      coming.cancel(true);
      return new Recording.NotMade("the voice did not answer within " + PATIENCE_S + " seconds");
    } catch (ExecutionException e) {
      LOG.warn("the voice failed", e.getCause());
      return new Recording.NotMade("the voice failed: " + e.getCause().getMessage());
    } catch (InterruptedException e) {
      coming.cancel(true);
      Thread.currentThread().interrupt();
      return new Recording.NotMade("stopped while speaking");
    }
  }

  private Recording spoken(Script script) {
    Kevin kevin = voice();
    int most = Spoken.MOST_SECONDS * Kevin.RATE;
    List<short[]> pieces = new ArrayList<>();
    int length = 2 * Chime.MILLISECONDS * (Kevin.RATE / MS);
    for (int i = 0; i < script.sentences().size(); i++) {
      String sentence = pronunciation.respell(SpokenEnglish.say(script.sentences().get(i)));
      if (ENDLESS_WORD.matcher(sentence).find()) {
        return new Recording.NotMade("a word is too long to say");
      }
      short[] said = kevin.say(sentence, most);
      short[] piece = said == null ? null : Sound.trimmed(said, Kevin.RATE);
      if (piece != null && piece.length < SHORTEST_SENTENCE) {
        return new Recording.NotMade("the voice says nothing for: " + sentence);
      }
      short[] pause = pauseBefore(script, i);
      length += piece == null ? most : piece.length + pause.length;
      if (length > most) {
        return new Recording.TooLong(Spoken.MOST_SECONDS);
      }
      pieces.add(pause);
      pieces.add(piece);
    }
    return made(Sound.levelled(Sound.joined(pieces)));
  }

  private static Recording made(short[] speech) {
    short[] chime = Chime.at(Kevin.RATE);
    short[] after = Sound.silence(Script.PAUSE_MS, Kevin.RATE);
    short[] whole = Sound.joined(List.of(chime, speech, after, chime));
    return new Recording.Made(
        Wav.file(whole, Kevin.RATE), (int) ((long) whole.length * MS / Kevin.RATE));
  }

  private static short[] pauseBefore(Script script, int sentence) {
    boolean again = sentence == script.first().size();
    return Sound.silence(again ? Script.PAUSE_AGAIN_MS : Script.PAUSE_MS, Kevin.RATE);
  }
}
