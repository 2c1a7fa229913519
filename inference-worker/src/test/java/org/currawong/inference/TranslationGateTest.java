package org.currawong.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.currawong.inference.Verdict.Fault;
import org.junit.jupiter.api.Test;

/** Translations: facts on both sides are the same, and what can't be compared does not pass. */
class TranslationGateTest {

  private static final String FLOOD = "El agua entra en la casa, hay dos niños atrapados en Wattle";

  private final TranslationGate gate =
      new TranslationGate(UrgencyRules.read(), CategoryRules.read(), Models.LANGUAGES);

  private void refused(Fault fault, String report, String language, String answer) {
    assertEquals(fault, gate.judge(report, language, answer).fault(), answer);
  }

  @Test
  void theSameFactsInEnglishPass() {
    Verdict v =
        gate.judge(
            FLOOD,
            "es",
            "The water is coming into the house, there are two children trapped in Wattle");
    assertTrue(v.accepted(), v.why());
  }

  @Test
  void numbersAreTheSameOnBothSides() {
    refused(
        Fault.NUMBER,
        FLOOD,
        "es",
        "Water is in the house, there are three children trapped in Wattle");
    refused(
        Fault.NUMBER,
        FLOOD,
        "es",
        "Water is in the house and there are children trapped in Wattle");
    refused(
        Fault.NUMBER, FLOOD, "es", "Water is in the house, there are 2 children trapped in Wattle");
    refused(Fault.NUMBER, "Hay 4 niños en el agua", "es", "There are children in the water");
    refused(Fault.NUMBER, "Hay niños en el agua", "es", "There are 4 children in the water");
  }

  @Test
  void aNotIsOnBothSidesOrOnNeither() {
    refused(Fault.NEGATION, "No hay agua en la casa", "es", "There is water in the house");
    refused(Fault.NEGATION, "Hay agua en la casa", "es", "There is no water in the house");
  }

  @Test
  void namesDirectionsAndTimesMustBeInTheReport() {
    refused(Fault.NAME, "Hay agua en la casa", "es", "There is water in the house of Redgum");
    refused(Fault.DIRECTION, "Hay agua en la casa", "es", "There is water north of the house");
    refused(Fault.TIME, "Hay agua en la casa", "es", "There is water in the house tonight");
    refused(Fault.TIME, "Có nước trong nhà", "vi", "There is water in the house tomorrow");
  }

  @Test
  void aStreetIsNoNewNameWhereTheReportSaysItInItsOwnLanguage() {
    String children =
        "The water is coming into the house, two children are trapped in Wattle Street";
    Verdict calle = gate.judge(FLOOD.replace("Wattle", "calle Wattle"), "es", children);
    assertTrue(calle.accepted(), calle.why());
    refused(Fault.NAME, FLOOD, "es", children);
    String street = "There is water in the house, Redgum Street";
    Verdict road = gate.judge("Có nước trong nhà, đường Redgum", "vi", street);
    assertTrue(road.fault() != Fault.NAME, road.why());
  }

  @Test
  void theSourceItselfIsNoTranslation() {
    refused(Fault.MEANING, "Hay agua en la casa", "es", "Hay agua en la casa");
    refused(Fault.LINK, "Hay agua en la casa", "es", "There is water, see www.a.example");
  }

  @Test
  void whatMeansSomethingElseByTheRulesIsRefused() {
    refused(Fault.MEANING, "Hay fuego en la casa", "es", "There is a party in the house");
    refused(Fault.SHAPE, "Hay agua", "es", "There is water ".repeat(20));
  }
}
