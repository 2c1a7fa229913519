package org.currawong.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.currawong.domain.incident.Incident;
import org.currawong.domain.incident.IncidentStatus;
import org.currawong.domain.report.Assessment;
import org.currawong.domain.report.Duty;
import org.currawong.domain.report.Placed;
import org.currawong.domain.report.Report;
import org.currawong.domain.report.Urgency;
import org.junit.jupiter.api.Test;

/** Where reports go by themselves. */
class FilingTest {

  private static final Placed MILL = new Placed("Mill", -35.000, 149.000);
  private static final Placed NEAR_MILL = new Placed("Weir", -35.009, 149.000);
  private static final Placed FAR = new Placed("Hill", -35.100, 149.000);

  private final TestHub hub = TestHub.live();

  private Report filed(String id, String category, String urgency, Placed place, String copyOf) {
    hub.accept(ReportRulesTest.report(id, "text of " + id), Actor.RESIDENT);
    List<Assessment> answers = new ArrayList<>();
    answers.add(ReportRulesTest.says(Duty.CATEGORY, category));
    answers.add(ReportRulesTest.says(Duty.URGENCY, urgency));
    if (place != null) {
      answers.add(new Assessment(Duty.PLACE, place.name(), place, "rules", "gazetteer", 1));
    }
    if (copyOf != null) {
      answers.add(ReportRulesTest.says(Duty.NEAR_COPY, copyOf));
    }
    hub.accept(new Command.RecordAssessments(id, answers), Actor.part("inference-worker"));
    Report r = hub.state.report(id);
    assertTrue((r.incident() == null) != (r.asideReason() == null), "in one place: " + r);
    return r;
  }

  private Report flood(String id, Placed place) {
    return filed(id, "flood", "urgent", place, null);
  }

  @Test
  void oneReportIsEnoughForAnIncident() {
    Report r = flood("r1", MILL);
    Incident i = hub.state.incident(r.incident());
    assertEquals("Flood: Mill", i.about().body().title());
    assertEquals(List.of("r1"), i.reports());
  }

  @Test
  void aReportFiledAgainWhereItIsStandsThereOnce() {
    String incident = flood("r1", MILL).incident();
    flood("r2", NEAR_MILL);
    State s = hub.state;
    Fact again = new Fact.ReportFiled("r1", incident, "somebody", "again");
    s.apply(new Entry(s.n() + 1, s.at(), "0".repeat(64), again));
    assertEquals(List.of("r1", "r2"), s.incident(incident).reports());
    hub.accept(
        new Command.RecordAssessments(
            "r1", List.of(ReportRulesTest.says(Duty.URGENCY, "life-safety"))),
        Actor.part("inference-worker"));
    assertEquals(List.of("r1", "r2"), s.incident(incident).reports());
    assertEquals(Urgency.LIFE_SAFETY, s.incident(incident).urgency());
  }

  @Test
  void sameMatterNearbyAndStillGoingOnIsOneIncident() {
    String first = flood("r1", MILL).incident();
    assertEquals(first, flood("r2", NEAR_MILL).incident());
    assertEquals(2, hub.state.incident(first).reports().size());
  }

  @Test
  void anotherMatterOrAnotherPlaceIsAnotherIncident() {
    String first = flood("r1", MILL).incident();
    assertNotEquals(first, flood("r2", FAR).incident());
    assertNotEquals(first, filed("r3", "fire", "urgent", MILL, null).incident());
    assertNotEquals(first, flood("r4", null).incident());
  }

  @Test
  void placesKnownByNameOnlyAreTheSameByName() {
    String first = flood("r1", new Placed("Mill Road", null, null)).incident();
    assertEquals(first, flood("r2", new Placed("mill road", null, null)).incident());
    assertNotEquals(first, flood("r3", new Placed("Hill Road", null, null)).incident());
  }

  @Test
  void reportsOfOneMatterWithoutAPlaceAreTakenTogetherButNeverALifeInDanger() {
    String heap = flood("r1", null).incident();
    assertEquals(heap, flood("r2", null).incident());
    String danger = filed("r3", "flood", "life-safety", null, null).incident();
    assertNotEquals(heap, danger);
    assertEquals(heap, flood("r4", null).incident());
    assertNotEquals(danger, filed("r5", "flood", "life-safety", null, null).incident());
  }

  @Test
  void anIncidentQuietForTwelveHoursTakesNothingInByItself() {
    String first = flood("r1", MILL).incident();
    hub.pass(Duration.ofHours(12));
    assertNotEquals(first, flood("r2", MILL).incident());
  }

  @Test
  void aNearCopyGoesWhereItsOriginalIs() {
    String first = flood("r1", MILL).incident();
    assertEquals(first, filed("r2", "other", "none", null, "r1").incident());
  }

  @Test
  void aNearCopyOfWhatIsClosedIsNotBuriedThere() {
    String first = flood("r1", MILL).incident();
    hub.accept(
        new Command.ChangeIncidentStatus(first, IncidentStatus.CLOSED, "over"), hub.by("ana"));
    Report again = filed("r2", "flood", "life-safety", MILL, "r1");
    assertNotNull(again.incident());
    assertNotEquals(first, again.incident());
  }

  @Test
  void aNearCopyOfItselfOrOfNothingIsFiledByItsWords() {
    assertNotNull(filed("r1", "flood", "urgent", MILL, "r1").incident());
    assertNotNull(filed("r2", "fire", "urgent", MILL, "never-seen").incident());
  }

  @Test
  void whateverTouchesALifeIsAlwaysInAnIncident() {
    for (String category : List.of("question", "offer-of-help", "other")) {
      Report r = filed("life-" + category, category, "life-safety", null, null);
      assertNotNull(r.incident(), category);
    }
    assertNotNull(filed("u", "question", "urgent", null, null).incident());
  }

  @Test
  void questionsOffersAndTalkAreSetAsideWithAReason() {
    assertNull(filed("r1", "question", "ordinary", null, null).incident());
    assertNull(filed("r2", "offer-of-help", "ordinary", null, null).incident());
    assertNull(filed("r3", "other", "ordinary", null, null).incident());
    assertNull(filed("r4", "flood", "none", null, null).incident());
    assertNotNull(filed("r5", "flood", "ordinary", null, null).incident());
  }

  @Test
  void aLongPlaceDoesNotMakeAnEndlessTitle() {
    String title =
        hub.state
            .incident(flood("r1", new Placed("x".repeat(300), -35.0, 149.0)).incident())
            .about()
            .body()
            .title();
    assertEquals(80, title.length());
  }

  @Test
  void reasonsInTheOpenNeverCarryWordsOfTheReport() {
    filed("r1", "flood", "urgent", new Placed("SECRETPLACE", -35.0, 149.0), null);
    filed("r2", "question", "none", new Placed("SECRETPLACE", -35.0, 149.0), null);
    for (Entry e : hub.entries) {
      String open =
          switch (e.fact()) {
            case Fact.ReportFiled f -> f.why() + f.incident();
            case Fact.ReportSetAside f -> f.reason();
            default -> "";
          };
      assertTrue(!open.contains("SECRETPLACE"), open);
    }
  }

  @Test
  void distanceIsThatOfAGreatCircle() {
    assertEquals(111.2, new Placed("a", 0.0, 0.0).kilometresTo(new Placed("b", 0.0, 1.0)), 0.1);
    assertEquals(Double.POSITIVE_INFINITY, MILL.kilometresTo(new Placed("somewhere", null, null)));
    assertEquals(Double.POSITIVE_INFINITY, MILL.kilometresTo(null));
  }
}
