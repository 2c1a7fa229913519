package org.currawong.inference;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.currawong.broker.Assessed;
import org.currawong.broker.Job;
import org.currawong.domain.Outstanding;
import org.currawong.domain.delivery.CarrierState;
import org.currawong.domain.phrase.PhraseBank;
import org.currawong.domain.power.Rung;
import org.currawong.domain.report.Assessment;
import org.currawong.domain.report.Duty;

/**
 * The rung above the rules: a model is asked about one report at a time, and each of its answers is
 * held against the report before anybody sees it. Whatever becomes of it (silence, nonsense, a
 * refused answer) is said in an answer too, and the rules' own answers stand. For any thread.
 */
public final class ModelRung implements AutoCloseable {

  /** A question is put once more where the server refused it at once; who was slow stays slow. */
  private static final int TRIES = 2;

  /** One look may be lost on a busy machine; after two in a row the server is away. */
  private static final int LOST = 2;

  private static final long NANOS_PER_MS = 1_000_000;

  private final String by;
  private final ModelServer server;
  private final EvidenceGate gate;
  private final TranslationGate translations;
  private final Breaker breaker;
  private final Supplier<Rung> power;
  private final Clock clock;
  private final LongSupplier nanos;
  private volatile boolean seen;
  private volatile String away;
  private final AtomicInteger absences = new AtomicInteger();
  private int lost;

  /** What the gate said of one answer, for measurements: the duty, and the verdict. */
  private final Consumer<Judged> judge;

  /** One judged answer. */
  record Judged(Duty duty, Verdict verdict) {}

  ModelRung(
      String model,
      ModelServer server,
      BuiltInRung rules,
      ModelLimits limits,
      Supplier<Rung> power,
      Clock clock,
      LongSupplier nanos,
      Consumer<Judged> judge) {
    this.by = Assessment.MODEL + " " + model;
    this.server = server;
    this.gate = rules.evidence();
    this.translations = rules.translations();
    this.breaker = new Breaker(limits, nanos);
    this.power = power;
    this.clock = clock;
    this.nanos = nanos;
    this.judge = judge;
  }

  /**
   * A rung that asks a model of an Ollama server. Nothing is asked yet.
   *
   * @param url of the server, {@code http} or {@code https}
   * @param model its name there, with its tag
   * @param rules whose words for danger and subject the gate compares with
   * @param power on anything but mains no new question is put
   * @param nanos a clock that only runs forward, nanoseconds
   */
  public static ModelRung of(
      URI url,
      String model,
      BuiltInRung rules,
      Supplier<Rung> power,
      Clock clock,
      LongSupplier nanos) {
    ModelServer server = new ModelServer(url, model, ModelLimits.USUAL);
    return new ModelRung(
        model, server, rules, ModelLimits.USUAL, power, clock, nanos, judged -> {});
  }

  /** How it is now. */
  public CarrierState state() {
    if (away != null) {
      return CarrierState.down(away);
    }
    if (!breaker.closed() || breaker.failures() > 0 && !seen) {
      return CarrierState.down(breaker.reason());
    }
    if (breaker.failures() > 0) {
      return CarrierState.degraded(breaker.reason());
    }
    if (power.get() != Rung.MAINS) {
      return CarrierState.degraded("no new questions on battery");
    }
    return seen ? CarrierState.UP : CarrierState.STARTING;
  }

  /**
   * Looks whether server and model are there, so that {@link #state} is known while no question is
   * put. A server that was away is asked at once when it is back; one that answers looks and fails
   * at questions is left to the breaker. For one thread.
   *
   * @return false where an answer is missing for the first time, and the next look should come soon
   */
  public boolean look() throws InterruptedException {
    try {
      server.look();
      if (away != null || !seen) {
        succeeded();
      }
      away = null;
      lost = 0;
      return true;
    } catch (ModelServer.Silent e) {
      lost++;
      if (lost >= LOST || !seen) {
        absences.incrementAndGet();
        away = e.getMessage();
      }
      return away != null;
    }
  }

  private void succeeded() {
    seen = true;
    breaker.succeeded();
  }

  /**
   * Asks the model about the job's report and judges what it says. Never fails: where there is no
   * answer it says why.
   */
  public Assessed answer(Job job) throws InterruptedException {
    String not = notAsked(job);
    List<Assessment> answers = not == null ? asked(job) : List.of(none(Duty.SUMMARY, not, 0));
    return new Assessed(job.report(), answers);
  }

  private String notAsked(Job job) {
    if (power.get() != Rung.MAINS) {
      return "not tried: on battery";
    }
    Duration waited = Duration.between(job.receivedAt(), clock.instant());
    if (waited.compareTo(Outstanding.FRESH) > 0) {
      return "not tried: it waited longer than " + Outstanding.FRESH.toMinutes() + " minutes";
    }
    if (job.text().length() > ModelQuestion.MAX_REPORT) {
      return "not tried: longer than " + ModelQuestion.MAX_REPORT + " characters";
    }
    if (away != null) {
      return "not tried: " + away;
    }
    return breaker.closed() ? null : "not tried: " + breaker.reason();
  }

  private List<Assessment> asked(Job job) throws InterruptedException {
    List<Assessment> answers = new ArrayList<>(reading(job));
    String language = job.language();
    boolean foreign =
        language != null
            && !language.equals(PhraseBank.REFERENCE)
            && !language.equals(Languages.UNKNOWN);
    if (foreign && breaker.failures() == 0) {
      answers.add(translation(job));
    }
    return answers;
  }

  private List<Assessment> reading(Job job) throws InterruptedException {
    long began = nanos.getAsLong();
    String language = job.language() == null ? Languages.UNKNOWN : job.language();
    try {
      Map<String, String> read = put(ModelQuestion.reading(job.text()));
      String quote = read.get("quote");
      long ms = since(began);
      return List.of(
          said(Duty.SUMMARY, gate.summary(job.text(), read.get("summary")), ms),
          said(Duty.URGENCY, gate.urgency(job.text(), language, read.get("urgency"), quote), ms),
          said(
              Duty.CATEGORY, gate.category(job.text(), language, read.get("category"), quote), ms));
    } catch (ModelServer.Silent e) {
      return List.of(none(Duty.SUMMARY, "no answer: " + e.getMessage(), since(began)));
    }
  }

  private Assessment translation(Job job) throws InterruptedException {
    long began = nanos.getAsLong();
    try {
      String english = put(ModelQuestion.translation(job.text())).get("translation");
      Verdict verdict = translations.judge(job.text(), job.language(), english);
      return said(Duty.TRANSLATION, verdict, since(began));
    } catch (ModelServer.Silent e) {
      return none(Duty.TRANSLATION, "no answer: " + e.getMessage(), since(began));
    }
  }

  /** One question, once more where it was refused; broken answers count as the gate's business. */
  private Map<String, String> put(ModelQuestion question)
      throws ModelServer.Silent, InterruptedException {
    for (int left = TRIES - 1; ; left--) {
      long began = nanos.getAsLong();
      int before = absences.get();
      try {
        String written = server.ask(question);
        succeeded();
        return question.read(written).orElse(Map.of());
      } catch (ModelServer.Silent e) {
        if (absences.get() != before) {
          throw e; // the looks tell of a server that was away meanwhile, and when it is back
        }
        breaker.failed(e.getMessage());
        boolean quick = since(began) * TRIES < ModelLimits.USUAL.connect().toMillis();
        if (left == 0 || !quick || !breaker.closed()) {
          throw e;
        }
      }
    }
  }

  private Assessment said(Duty duty, Verdict verdict, long ms) {
    judge.accept(new Judged(duty, verdict));
    return verdict.accepted()
        ? new Assessment(duty, verdict.answer(), null, by, verdict.why(), ms)
        : none(duty, "not used: " + verdict.why(), ms);
  }

  private Assessment none(Duty duty, String why, long ms) {
    return new Assessment(duty, "", null, by, why, ms);
  }

  private long since(long began) {
    return (nanos.getAsLong() - began) / NANOS_PER_MS;
  }

  @Override
  public void close() {
    server.close();
  }
}
