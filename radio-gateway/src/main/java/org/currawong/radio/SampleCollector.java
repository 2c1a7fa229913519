package org.currawong.radio;

import com.sun.speech.freetts.audio.AudioPlayer;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.sound.sampled.AudioFormat;

/** Takes what FreeTTS would play, as samples, up to a length. Used by one thread. */
final class SampleCollector implements AudioPlayer {

  private static final int SAMPLE_BYTES = 2;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final int most;
  private boolean full;
  private AudioFormat format;

  /** Takes so many samples and then refuses, which makes FreeTTS stop. */
  SampleCollector(int most) {
    this.most = most;
  }

  /** True when there was more than was taken. */
  boolean isFull() {
    return full;
  }

  /** Samples a second; 0 before anything was said. */
  int rate() {
    return format == null ? 0 : (int) format.getSampleRate();
  }

  /** What was said. */
  short[] samples() {
    ByteOrder order =
        format == null || format.isBigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    ByteBuffer in = ByteBuffer.wrap(bytes.toByteArray()).order(order);
    short[] out = new short[in.remaining() / SAMPLE_BYTES];
    in.asShortBuffer().get(out);
    return out;
  }

  @Override
  public boolean write(byte[] audio, int from, int length) {
    full |= (bytes.size() + length) / SAMPLE_BYTES > most;
    if (!full) {
      bytes.write(audio, from, length);
    }
    return !full;
  }

  @Override
  public boolean write(byte[] audio) {
    return write(audio, 0, audio.length);
  }

  @Override
  public void setAudioFormat(AudioFormat format) {
    this.format = format;
  }

  @Override
  public AudioFormat getAudioFormat() {
    return format;
  }

  @Override
  public boolean end() {
    return true;
  }

  @Override
  public boolean drain() {
    return true;
  }

  @Override
  public long getTime() {
    return 0;
  }

  @Override
  public float getVolume() {
    return 1;
  }

  @Override
  public void begin(int size) {}

  @Override
  public void setVolume(float volume) {}

  @Override
  public void pause() {}

  @Override
  public void resume() {}

  @Override
  public void reset() {}

  @Override
  public void cancel() {}

  @Override
  public void close() {}

  @Override
  public void resetTime() {}

  @Override
  public void startFirstSampleTimer() {}

  @Override
  public void showMetrics() {}
}
