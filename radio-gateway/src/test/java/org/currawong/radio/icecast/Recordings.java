package org.currawong.radio.icecast;

import java.time.Instant;
import java.util.List;
import org.currawong.domain.Realm;
import org.currawong.domain.delivery.Order;
import org.currawong.domain.delivery.Recipient;
import org.currawong.radio.Wav;

/** Sounds and orders for the tests. */
final class Recordings {

  static final Instant NOW = Instant.parse("2026-11-23T05:10:00Z");

  private Recordings() {}

  /** A tone of so many ms. */
  static short[] tone(int milliseconds) {
    short[] pcm = new short[Mp3Frame.RATE / 1000 * milliseconds];
    for (int i = 0; i < pcm.length; i++) {
      pcm[i] = (short) (9_000 * Math.sin(2 * Math.PI * 440 * i / Mp3Frame.RATE));
    }
    return pcm;
  }

  static Order order(String id, byte[] wav, int repeats) {
    return order(id, false, wav, repeats);
  }

  /** Of another alert than {@link #order}. */
  static Order correction(String id, byte[] wav) {
    return order(id, true, wav, 1);
  }

  private static Order order(String id, boolean correction, byte[] wav, int repeats) {
    return new Order(
        id,
        correction ? "a2" : "a1",
        Realm.LIVE,
        "hub-1",
        1,
        IcecastWay.WAY,
        correction,
        "audio.en.wav",
        "audio/wav",
        "en",
        wav,
        repeats,
        NOW,
        NOW.plusSeconds(3600),
        null,
        null,
        List.of(Recipient.everyone()),
        List.of(Recipient.everyone()),
        NOW);
  }

  static byte[] wav(int milliseconds) {
    return Wav.file(tone(milliseconds), Mp3Frame.RATE);
  }

  /** How many frames of a stream are not silence. */
  static int loud(byte[] stream) {
    byte[] silence = Mp3Frame.silence();
    int loud = 0;
    for (int at = 0; at + Mp3Frame.BYTES <= stream.length; at += Mp3Frame.BYTES) {
      if (!java.util.Arrays.equals(silence, 0, Mp3Frame.BYTES, stream, at, at + Mp3Frame.BYTES)) {
        loud++;
      }
    }
    return loud;
  }
}
