package org.currawong.hub.node;

import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.currawong.broker.Party;
import org.currawong.broker.RungFromState;
import org.currawong.domain.delivery.CarrierState;
import org.currawong.domain.phrase.PhraseBank;
import org.currawong.domain.power.Rung;
import org.currawong.hub.settings.Settings;
import org.currawong.inference.BuiltInRung;
import org.currawong.inference.InferenceRoutes;
import org.currawong.inference.InferenceWorker;
import org.currawong.inference.ModelRoutes;
import org.currawong.inference.ModelRung;
import org.currawong.inference.NamedPlace;
import org.currawong.inference.PlaceFile;

/** The rungs of inference: the rules with the town's own place names, and a model if one is set. */
final class InferencePart implements AutoCloseable {

  /** Its name among the parts of a hub. */
  private static final String PART = "inference";

  /** Jobs answered at a time; the pool bounds how many cores they take. */
  private static final int SLOTS = 2;

  private static final CarrierState OFF =
      new CarrierState(
          CarrierState.Level.DISABLED,
          "no ollama.url and ollama.model are set; the rules work alone");

  /**
   * How often a model's server is looked for: with two looks of ten seconds each it is shown as
   * away within half a minute, also while nobody asks it anything.
   */
  private static final Duration LOOK = Duration.ofSeconds(10);

  /** After a look that was lost; a refusal comes at once. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

  private final Optional<ModelRung> model;

  private InferencePart(Optional<ModelRung> model) {
    this.model = model;
  }

  /** Whether settings name a server and a model; the model's queue is there only then. */
  static boolean asksModel(HubPlan plan) {
    Settings.Ollama ollama = plan.settings().ollama();
    return ollama.url().isPresent() && ollama.model().isPresent();
  }

  /**
   * Adds the rungs' routes, where the plan has this part. On anything but mains, as the queue STATE
   * tells, no model is asked.
   */
  static InferencePart launch(
      HubPlan plan, Messaging messaging, ExecutorService pool, PhraseBank phrases)
      throws Exception {
    if (!plan.parts().contains(PART)) {
      return new InferencePart(Optional.empty());
    }
    BuiltInRung rules = BuiltInRung.load(pool, town(plan), phrases, System::nanoTime);
    messaging
        .camel()
        .addRoutes(
            new InferenceRoutes(
                messaging.queues(Party.INFERENCE),
                messaging.table(),
                messaging.codec(),
                new InferenceWorker(rules, pool),
                SLOTS));
    if (!asksModel(plan)) {
      return new InferencePart(Optional.empty());
    }
    RungFromState power =
        new RungFromState(
            messaging.queues(Party.INFERENCE), messaging.table(), messaging.codec(), "inference");
    messaging.camel().addRoutes(power);
    ModelRung rung = model(plan, rules, power::rung);
    messaging
        .camel()
        .addRoutes(
            new ModelRoutes(
                messaging.queues(Party.INFERENCE), messaging.table(), messaging.codec(), rung));
    return new InferencePart(Optional.of(rung));
  }

  private static List<NamedPlace> town(HubPlan plan) throws IOException {
    return plan.places() == null ? List.of() : PlaceFile.town(new StringReader(plan.places()));
  }

  /** A model whose server is looked for from the start on, which never waits for it. */
  private static ModelRung model(HubPlan plan, BuiltInRung rules, Supplier<Rung> power) {
    Settings.Ollama ollama = plan.settings().ollama();
    ModelRung rung =
        ModelRung.of(
            ollama.url().orElseThrow(),
            ollama.model().orElseThrow(),
            rules,
            power,
            plan.clock(),
            System::nanoTime);
    Thread.ofVirtual()
        .name("model-look")
        .start(
            () -> {
              try {
                while (true) {
                  Thread.sleep(rung.look() ? LOOK : LOOK_AGAIN);
                }
              } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
              }
            });
    return rung;
  }

  /** How the model rung is. */
  CarrierState state() {
    return model.map(ModelRung::state).orElse(OFF);
  }

  @Override
  public void close() {
    model.ifPresent(ModelRung::close);
  }
}
