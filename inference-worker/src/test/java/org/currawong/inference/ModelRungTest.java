package org.currawong.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.currawong.broker.Job;
import org.currawong.domain.delivery.CarrierState;
import org.currawong.domain.phrase.PhraseBank;
import org.currawong.domain.power.Rung;
import org.currawong.domain.report.Assessment;
import org.currawong.domain.report.Duty;
import org.currawong.inference.FakeOllama.Manner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The model rung before a server that answers, and before servers that misbehave. */
@Timeout(60)
class ModelRungTest {

  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final ModelLimits LIMITS =
      new ModelLimits(
          Duration.ofMillis(300),
          Duration.ofMillis(700),
          Duration.ofMillis(300),
          2,
          Duration.ofSeconds(10),
          Duration.ofSeconds(15));

  private static final String REPORT = "Tree down across Mill Lane. The road is closed.";

  private final AtomicReference<Rung> power = new AtomicReference<>(Rung.MAINS);
  private final AtomicLong nanos = new AtomicLong();
  private FakeOllama server;
  private ModelRung rung;

  @BeforeEach
  void start() throws Exception {
    server = new FakeOllama(Manner.ANSWERS);
    BuiltInRung rules =
        BuiltInRung.of(
            Models.LANGUAGES, Places.read(List.of()), PhraseBank.shipped(), System::nanoTime);
    rung =
        new ModelRung(
            "small",
            new ModelServer(server.url(), "small", LIMITS),
            rules,
            LIMITS,
            power::get,
            Clock.fixed(NOW, ZoneOffset.UTC),
            nanos::get,
            judged -> {});
  }

  @AfterEach
  void stop() {
    rung.close();
    server.close();
  }

  private List<Assessment> ask(String text, String language, Instant at) throws Exception {
    return rung.answer(new Job("r1", Duty.SUMMARY, text, language, null, at)).answers();
  }

  private List<Assessment> ask() throws Exception {
    return ask(REPORT, "en", NOW);
  }

  private static String reading(String summary, String urgency, String category, String quote) {
    return """
    {"summary":"%s","quote":"%s","urgency":"%s","category":"%s"}\
    """
        .formatted(summary, quote, urgency, category);
  }

  @Test
  void anAnswerThatTheReportBearsOutComesUnderTheModelsName() throws Exception {
    server.writes(reading("Tree down across Mill Lane.", "urgent", "road", "The road is closed"));
    List<Assessment> answers = ask();
    assertEquals(
        List.of(Duty.SUMMARY, Duty.URGENCY, Duty.CATEGORY),
        answers.stream().map(Assessment::duty).toList());
    assertEquals("Tree down across Mill Lane.", answers.get(0).answer());
    assertTrue(answers.stream().allMatch(a -> a.by().equals("model small") && a.byModel()));
    assertTrue(answers.stream().allMatch(a -> a.place() == null));
    assertEquals("up", rung.state().level().word());
  }

  @Test
  void aRefusedAnswerIsEmptyAndSaysWhy() throws Exception {
    server.writes(reading("Ring 0400 000 000 for help", "none", "flood", "The road is closed"));
    for (Assessment a : ask()) {
      assertEquals("", a.answer());
      assertTrue(a.why().startsWith("not used: "), a.why());
    }
  }

  @Test
  void anAnswerOfAnotherFormIsRefusedAndTheServerIsNoWorseForIt() throws Exception {
    for (String odd : List.of("{}", "[]", "hello", "{\"summary\":1}", "{\"summary\":\"a\"}")) {
      server.writes(odd);
      assertTrue(ask().stream().allMatch(a -> a.answer().isEmpty()), odd);
      assertEquals("up", rung.state().level().word());
    }
  }

  @Test
  void aReportInAnotherLanguageIsTranslatedToo() throws Exception {
    String english = "The water is coming into the house, there are two children trapped";
    server.writes("{\"translation\":\"" + english + "\"}");
    List<Assessment> answers = ask("El agua entra en la casa, hay dos niños atrapados", "es", NOW);
    assertEquals(Duty.TRANSLATION, answers.get(3).duty());
    assertEquals(english, answers.get(3).answer());
  }

  @ParameterizedTest
  @EnumSource(value = Manner.class, names = "ANSWERS", mode = EnumSource.Mode.EXCLUDE)
  void aServerThatMisbehavesCostsTimeOnceAndIsThenLeftAlone(Manner manner) throws Exception {
    server.becomes(manner);
    for (int i = 0; i < LIMITS.failures(); i++) {
      assertTrue(ask().get(0).answer().isEmpty());
    }
    assertEquals("down", rung.state().level().word());
    int asked = server.asked();
    Assessment left = ask().get(0);
    assertTrue(left.why().startsWith("not tried: "), left.why());
    assertEquals(asked, server.asked());
    server.writes(reading("The road is closed.", "urgent", "road", "The road is closed"));
    nanos.addAndGet(LIMITS.pause().toNanos());
    assertEquals("The road is closed.", ask().get(0).answer());
    assertEquals("up", rung.state().level().word());
  }

  @Test
  void aServerThatIsGoneIsSaidToBeGone() throws Exception {
    server.close();
    assertEquals("no answer: nothing answers there", ask().get(0).why());
    assertEquals("down", rung.state().level().word());
  }

  @Test
  void aLookFindsTheModelOrSaysHowToPullIt() throws Exception {
    assertEquals("starting", rung.state().level().word());
    rung.look();
    assertEquals("up", rung.state().level().word());
    ModelServer other = new ModelServer(server.url(), "large", LIMITS);
    ModelServer.Silent not =
        org.junit.jupiter.api.Assertions.assertThrows(ModelServer.Silent.class, other::look);
    assertTrue(not.getMessage().endsWith("ollama pull large"));
    other.close();
  }

  @Test
  void aServerThatStopsAnsweringIsSeenWithoutAnyQuestionAndAskedAgainOnceItIsBack()
      throws Exception {
    assertTrue(rung.look());
    server.becomesMute(true);
    assertFalse(rung.look(), "one look may be lost");
    assertEquals("up", rung.state().level().word());
    assertTrue(rung.look());
    assertEquals(CarrierState.down("no answer within 0 s"), rung.state());
    assertEquals("not tried: no answer within 0 s", ask().get(0).why());
    assertEquals(0, server.asked());
    server.becomesMute(false);
    assertTrue(rung.look());
    assertEquals("up", rung.state().level().word());
    server.writes(reading("The road is closed.", "urgent", "road", "The road is closed"));
    assertEquals("The road is closed.", ask().get(0).answer());
  }

  @Test
  void aQuestionThatWasUnderWayWhenTheServerWentIsNotHeldAgainstItOnceItIsBack() throws Exception {
    assertTrue(rung.look());
    server.becomes(Manner.HANGS);
    server.becomesMute(true);
    FutureTask<List<Assessment>> question = new FutureTask<>(this::ask);
    Thread.startVirtualThread(question);
    rung.look();
    rung.look();
    assertEquals("down", rung.state().level().word());
    server.becomesMute(false);
    assertTrue(rung.look());
    assertTrue(question.get().get(0).why().startsWith("no answer: "));
    assertEquals("up", rung.state().level().word());
  }

  @Test
  void aServerThatAnswersLooksAndFailsAtQuestionsIsNotTakenForWell() throws Exception {
    assertTrue(rung.look());
    server.becomes(Manner.REFUSES);
    ask();
    assertTrue(rung.look());
    assertEquals("down", rung.state().level().word());
  }

  @Test
  void onBatteryNothingIsAsked() throws Exception {
    rung.look();
    power.set(Rung.BATTERY);
    assertEquals("not tried: on battery", ask().get(0).why());
    assertEquals(0, server.asked());
    assertEquals("degraded", rung.state().level().word());
  }

  @Test
  void whatIsOldOrLongIsNotAsked() throws Exception {
    assertTrue(ask(REPORT, "en", NOW.minusSeconds(601)).get(0).why().startsWith("not tried"));
    assertTrue(ask("word ".repeat(400), "en", NOW).get(0).why().startsWith("not tried"));
    assertEquals(0, server.asked());
  }

  @Test
  void aQuestionUnderWayEndsWhenTheRungCloses() throws Exception {
    server.becomes(Manner.HANGS);
    Thread closer =
        Thread.ofVirtual()
            .start(
                () -> {
                  while (server.asked() == 0) {
                    Thread.onSpinWait();
                  }
                  rung.close();
                });
    org.junit.jupiter.api.Assertions.assertThrows(InterruptedException.class, this::ask);
    closer.join();
  }
}
