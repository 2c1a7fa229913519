package org.currawong.hub.hardship;

import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.currawong.hub.flow.Someone;
import org.currawong.hub.flow.Someone.Answer;

/** One resident's client: sends reports, sends again what was not answered, until the hub ends. */
record Reporters(URI hub, Told told, long seed, String name) implements Callable<Void> {

  /** Answers that no client of a hub in trouble should get; the test shows them. */
  static final List<String> ODD = new CopyOnWriteArrayList<>();

  private static final List<String> TEXTS =
      List.of(
          "Water is over the road at Mill Bridge",
          "Two children are trapped upstairs, water in the house",
          "Nước đang dâng ở cầu Mill",
          "El agua entra en la casa, necesitamos ayuda",
          "Power line is down in Station Street",
          "Is the school open as a shelter?");

  @Override
  public Void call() {
    Random random = new Random(seed);
    Someone resident = Someone.resident(hub);
    try {
      for (Map.Entry<String, String> open : Map.copyOf(told.unanswered).entrySet()) {
        send(resident, open.getKey(), open.getValue());
      }
      for (int i = 0; ; i++) {
        String text = TEXTS.get(random.nextInt(TEXTS.size())) + " " + random.nextInt(1_000_000);
        send(resident, name + "-" + i, text);
      }
    } catch (UncheckedIOException ended) {
      // The hub was killed: what was not answered stays to be sent again.
      return null;
    }
  }

  private void send(Someone resident, String key, String text) {
    told.unanswered.put(key, text);
    Answer a = resident.post("/api/reports", Map.of("text", text), Map.of("Idempotency-Key", key));
    if (a.status() == 201) {
      told.received(key, a.text("id"), a.text("receipt"));
    } else if (a.status() != 503) {
      ODD.add(a.status() + " " + a.body());
    }
  }
}
