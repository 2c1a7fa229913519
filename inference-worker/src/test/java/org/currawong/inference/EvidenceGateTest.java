package org.currawong.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.currawong.inference.Verdict.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What passes the gate and what does not, by kind of fact; and that nothing added ever passes. */
class EvidenceGateTest {

  private static final long SEED = 20261124;
  private static final int ROUNDS = 4_000;

  private static final List<String> REPORTS =
      List.of(
          "The river is over the bridge at Wattle Creek, two cars are stuck. We are safe.",
          "Power out on Station Street since 4 am. My mother needs oxygen by 11:30.",
          "Tree down across Mill Lane; crews on the way. Expect 3 hours.",
          "We have 12 blankets and hot soup at the church hall, open until 9pm tonight.");

  private final EvidenceGate gate = new EvidenceGate(UrgencyRules.read(), CategoryRules.read());

  private void refused(Fault fault, String report, String answer) {
    assertEquals(fault, gate.summary(report, answer).fault(), answer);
  }

  private void passes(String report, String answer) {
    Verdict v = gate.summary(report, answer);
    assertTrue(v.accepted(), answer + ": " + v.why());
    assertEquals(answer.strip(), v.answer());
  }

  @Test
  void wholeClausesOfTheReportPass() {
    passes(REPORTS.get(0), "The river is over the bridge at Wattle Creek, two cars are stuck.");
    passes(REPORTS.get(0), "Two cars are stuck");
    passes(REPORTS.get(0), "river is over the bridge at Wattle Creek");
    passes(
        REPORTS.get(1), "Power out on Station Street since 4 am. My mother needs oxygen by 11:30.");
    passes(REPORTS.get(2), "Tree down across Mill Lane.");
  }

  @Test
  void letterCaseAndPunctuationAreNoFacts() {
    passes("TREE DOWN ACROSS MILL LANE!!", "tree down across Mill Lane");
  }

  @ParameterizedTest
  @CsvSource({
    "NUMBER, Three cars are stuck",
    "NUMBER, 2 cars are stuck",
    "NUMBER, ２ cars are stuck",
    "NUMBER, Several cars are stuck",
    "NAME, two cars are stuck at Redgum",
    "WORD, a couple of cars are stuck in mud",
    "WORD, two people are stuck",
    "TIME, two cars are stuck now",
    "TIME, two cars are stuck since Monday",
    "DIRECTION, two cars are stuck under the bridge",
    "DIRECTION, two cars are stuck north",
    "NEGATION, two cars are not stuck",
    "NEGATION, no cars are stuck",
    "LINK, two cars are stuck see flood.example/now",
    "LINK, two cars are stuck http://a",
    "LINK, two cars are stuck @ada",
    "LINK, two cars are stuck #flood",
    "LINK, two cars are stuck ada@example.org",
    "LINK, two cars are stuck ｈttp：//a",
    "CUT, cars are stuck",
    "CUT, two cars are over the bridge",
    "CUT, river is stuck at Wattle Creek",
    "CUT, two cars are stuck the river is over",
    "SHAPE, stuck",
    "SHAPE, '  '"
  })
  void whatTheReportDoesNotSayIsRefused(Fault fault, String answer) {
    Verdict v = gate.summary(REPORTS.get(0), answer);
    assertFalse(v.accepted(), answer);
    boolean couple = fault == Fault.WORD && v.fault() == Fault.NUMBER;
    assertTrue(v.fault() == fault || couple, answer + " was " + v.fault());
  }

  @Test
  void aNotOfTheReportIsNeverLost() {
    String report = "The school is not flooded. The hall is flooded.";
    refused(Fault.NEGATION, report, "The hall is flooded.");
    passes(report, "The school is not flooded. The hall is flooded.");
    refused(Fault.NEGATION, "Nobody is hurt. Two cars hit the bridge.", "Two cars hit the bridge.");
    refused(Fault.NEGATION, "The dam broke they say. That's a hoax.", "The dam broke they say.");
    refused(Fault.NEGATION, "No está inundado. El puente está bien.", "El puente está bien.");
  }

  @Test
  void aDoubtOrAQuestionOfTheReportIsNeverLost() {
    refused(Fault.DOUBT, "I think, the dam broke at noon", "the dam broke at noon");
    refused(Fault.DOUBT, "If it rains, the road floods again", "the road floods again");
    refused(Fault.DOUBT, "Is the bridge closed? We wait.", "Is the bridge closed");
    passes("Is the bridge closed? We wait.", "Is the bridge closed?");
  }

  @Test
  void partsOfAClauseDoNotPassThoughEveryWordIsThere() {
    refused(Fault.CUT, "The house next to the school is on fire", "The school is on fire");
    refused(Fault.CUT, "Fire at the mill. The shop is safe.", "Fire at the shop");
    refused(Fault.CUT, "Water came at 9, at 10 it was gone. We wait.", "at 10 we wait");
    refused(Fault.NUMBER, "Water came at 12:30 to the mill", "Water came at 12 to the mill");
  }

  @Test
  void anAnswerThatDoesNotReadIsRefused() {
    refused(Fault.SHAPE, "water at the mill", "water at\u202e the mill");
    refused(Fault.SHAPE, "water at the mill", "water at\u0007 the mill");
    refused(Fault.SHAPE, "word ".repeat(100), "word ".repeat(60));
  }

  /** For each added number or link, wherever it stands in an answer that would else pass. */
  @Test
  void anAnswerWithAnAddedNumberOrLinkNeverPasses() {
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      String report = REPORTS.get(random.nextInt(REPORTS.size()));
      List<String> sentences = Sentences.of(report);
      String good = sentences.get(random.nextInt(sentences.size()));
      String bad = with(good, random.nextBoolean() ? number(random) : link(random), random);
      assertFalse(gate.summary(report, bad).accepted(), "seed " + SEED + ": " + bad);
      assertFalse(
          gate.urgency(report, "en", "life-safety", bad).accepted()
              && gate.urgency(report, "en", "ordinary", bad).accepted(),
          bad);
    }
  }

  private static String with(String answer, String added, Random random) {
    List<String> words = new java.util.ArrayList<>(List.of(answer.split(" ")));
    words.add(random.nextInt(words.size() + 1), added);
    return String.join(" ", words);
  }

  private static String number(Random random) {
    List<String> words = List.of("thirteen", "dozens", "hundred", "million", "½", "③", "Ⅻ");
    String figures = Integer.toString(20 + random.nextInt(1_000_000));
    return switch (random.nextInt(5)) {
      case 0 -> words.get(random.nextInt(words.size()));
      case 1 -> "+61 4" + figures;
      case 2 -> figures + ":" + random.nextInt(60);
      case 3 -> String.valueOf(figures.chars().mapToObj(c -> "" + (char) (c - '0' + '٠')).toList());
      default -> figures;
    };
  }

  private static String link(Random random) {
    List<String> hosts =
        List.of("evil.example", "www.a", "x.org/p", "bit.ly", "a@b.example", "@who");
    String host = hosts.get(random.nextInt(hosts.size()));
    return switch (random.nextInt(4)) {
      case 0 -> "http://" + host;
      case 1 -> "HTTPS://" + host;
      case 2 -> "tel:/" + host;
      default -> host;
    };
  }

  @Test
  void aModelNeitherLowersNorRaisesAnUrgency() {
    String trapped = "We are trapped on the roof and the water is rising";
    for (String lower : List.of("urgent", "ordinary", "none")) {
      assertEquals(
          Fault.URGENCY, gate.urgency(trapped, "en", lower, "trapped on the roof").fault());
    }
    assertTrue(gate.urgency(trapped, "en", "life-safety", "trapped on the roof").accepted());
    String news = "The library opens again on Tuesday morning";
    for (String higher : List.of("urgent", "life-safety")) {
      Verdict v = gate.urgency(news, "en", higher, "opens again on Tuesday");
      assertEquals(Fault.URGENCY, v.fault());
      assertTrue(v.why().contains(higher), v.why());
    }
    assertTrue(gate.urgency(news, "en", "ordinary", "opens again on Tuesday").accepted());
    assertEquals(Fault.QUOTE, gate.urgency(news, "en", "ordinary", "the roof is gone").fault());
    assertEquals(Fault.QUOTE, gate.urgency(news, "en", "ordinary", "again").fault());
    assertEquals(Fault.SHAPE, gate.urgency(news, "en", "URGENT!", "opens again on").fault());
  }

  @Test
  void aCategoryNeedsWordsOfTheReportThatSpeakOfIt() {
    String fire = "Smoke and flames behind the school on the hill";
    assertTrue(gate.category(fire, "en", "fire", "Smoke and flames").accepted());
    assertEquals(Fault.QUOTE, gate.category(fire, "en", "flood", "Smoke and flames").fault());
    assertEquals(Fault.QUOTE, gate.category(fire, "en", "fire", "flames and smoke").fault());
    assertEquals(Fault.SHAPE, gate.category(fire, "en", "dragon", "Smoke and flames").fault());
  }
}
