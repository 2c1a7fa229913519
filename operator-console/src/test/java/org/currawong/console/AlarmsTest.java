package org.currawong.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.currawong.domain.Actor;
import org.currawong.domain.Command;
import org.currawong.domain.Decision;
import org.currawong.domain.DispatchPlan;
import org.currawong.domain.delivery.DeliveryState;
import org.currawong.domain.delivery.OrderPlan;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What rings at the console, until when, and what rings again (CONTRACT.md, SAFETY.md). */
class AlarmsTest {

  private static final Pattern LINE =
      Pattern.compile("<div class=\"alarm-line.*?</p>(<form.*?</form>)?", Pattern.DOTALL);
  private static final Pattern KEY = Pattern.compile("name=\"alarm\" value=\"([^\"]+)\"");

  private static TestHub hub;

  @BeforeAll
  static void start() throws Exception {
    hub = TestHub.live();
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @AfterEach
  void presentTime() {
    hub.ahead.set(Duration.ZERO);
  }

  /** The lines about this alert that have these words. */
  private static List<String> lines(String who, String alert, String words) throws Exception {
    String page = hub.staff(who).get("/console/keys").text();
    return LINE.matcher(page)
        .results()
        .map(m -> m.group())
        .filter(l -> l.contains("/console/alerts/" + alert + "\"") && l.contains(words))
        .toList();
  }

  private static String line(String who, String alert, String words) throws Exception {
    List<String> lines = lines(who, alert, words);
    assertEquals(1, lines.size(), () -> words + ": " + lines);
    return lines.getFirst();
  }

  private static boolean rings(String line) {
    return line.contains(" data-ring");
  }

  private static List<String> keys(String line) {
    return KEY.matcher(line).results().map(m -> m.group(1)).toList();
  }

  /** Rings for a coordinator, and for nobody once another has said that it was heard. */
  private static void ringsUntilHeard(String alert, String words) throws Exception {
    String line = line("ada", alert, words);
    assertTrue(rings(line), line);
    assertTrue(rings(line("cleo", alert, words)), "the radio hears it too");
    assertEquals(
        200, hub.staff("ben").post("/api/alarms/heard", Map.of("alarm", keys(line))).status());
    String quiet = line("ada", alert, words);
    assertFalse(rings(quiet), quiet);
    assertTrue(quiet.contains("heard by ben"), quiet);
    assertEquals(List.of(), keys(quiet));
  }

  private static void withdraw(String who, String alert, String kind, int status) throws Exception {
    Map<String, Object> back = Map.of("kind", kind, "reason", "wrong creek");
    Client.Answer a = hub.staff(who).post("/api/alerts/" + alert + "/withdrawal", back);
    assertEquals(status, a.status(), a.text());
  }

  @Test
  void whatWasHeardAsLateRingsAgainWhenItThenFails() throws Exception {
    String id = PagesOfTown.released(hub, "Actual");
    assertEquals(List.of(), lines("ada", id, "not confirmed"));
    hub.ahead.set(Duration.ofSeconds(45));
    ringsUntilHeard(id, "not confirmed");
    fails(id, "radio");
    String again = line("ada", id, "not confirmed");
    assertTrue(rings(again), again);
    assertEquals(List.of("failed:" + id + ":radio"), keys(again));
    ringsUntilHeard(id, "not confirmed");
  }

  private static void fails(String id, String way) throws Exception {
    OrderPlan plan =
        hub.core.read(s -> DispatchPlan.release(s.alert(id))).stream()
            .filter(p -> p.way().equals(way))
            .findFirst()
            .orElseThrow();
    Command failed =
        new Command.RecordDelivery(
            id, plan.id(), way, "all", DeliveryState.FAILED, "the transmitter is off");
    assertInstanceOf(
        Decision.Accepted.class,
        hub.core.hand(failed, Actor.part("way-out")).toCompletableFuture().get());
  }

  @Test
  void copiesOfAnAlertThatHasNotBegunAreNotLateYet() throws Exception {
    Map<String, Object> draft = PagesOfTown.words("Actual");
    draft.put("effective", Instant.now().plus(Duration.ofMinutes(10)));
    String id = PagesOfTown.released(hub, draft);
    hub.ahead.set(Duration.ofMinutes(10));
    assertEquals(List.of(), lines("ada", id, "not confirmed"));
    hub.ahead.set(Duration.ofMinutes(11));
    assertTrue(rings(line("ada", id, "not confirmed")));
  }

  @Test
  void aWithdrawalRingsUntilHeardAndIsNewsForAnHour() throws Exception {
    String id = PagesOfTown.released(hub, "Actual");
    withdraw("fay", id, "withdrawn", 200);
    assertFalse(rings(line("dora", id, "taken back")), "others see it in silence");
    ringsUntilHeard(id, "taken back");
    hub.ahead.set(Duration.ofMinutes(59));
    line("ada", id, "taken back");
    hub.ahead.set(Duration.ofMinutes(61));
    assertEquals(List.of(), lines("ada", id, "taken back"));
  }

  @Test
  void aSecondWithdrawalRingsThoughTheFirstWasHeard() throws Exception {
    String id = PagesOfTown.released(hub, "Actual");
    withdraw("ada", id, "withdrawn", 200);
    ringsUntilHeard(id, "taken back");
    withdraw("ada", id, "error", 202);
    withdraw("ben", id, "error", 200);
    ringsUntilHeard(id, "taken back");
  }

  @Test
  void theAskingForASecondPersonRingsUntilHeardSecondedOrLapsed() throws Exception {
    String lapses = PagesOfTown.released(hub, "Actual");
    String seconded = PagesOfTown.released(hub, "Actual");
    for (String id : List.of(lapses, seconded)) {
      withdraw("ada", id, "error", 202);
      ringsUntilHeard(id, "ada asks a second person");
    }
    withdraw("ben", seconded, "error", 200);
    assertEquals(List.of(), lines("ada", seconded, "asks a second person"));
    hub.ahead.set(Duration.ofMinutes(29));
    line("ada", lapses, "asks a second person");
    hub.ahead.set(Duration.ofMinutes(31));
    assertEquals(List.of(), lines("ada", lapses, "asks a second person"));
  }

  @Test
  void anAlertThatEndsWithinHalfAnHourRingsUntilHeard() throws Exception {
    Map<String, Object> draft = PagesOfTown.words("Actual");
    draft.put("next_update", Instant.now().plus(Duration.ofMinutes(20)));
    draft.put("expires", Instant.now().plus(Duration.ofMinutes(40)));
    String id = PagesOfTown.released(hub, draft);
    hub.ahead.set(Duration.ofMinutes(9));
    assertEquals(List.of(), lines("ada", id, ": ends "));
    hub.ahead.set(Duration.ofMinutes(11));
    ringsUntilHeard(id, ": ends ");
    assertTrue(line("ada", id, ": ends ").contains("?renew=" + id));
    assertTrue(line("cleo", id, ": ends ").contains("a coordinator may renew it"));
  }
}
