package org.currawong.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A night at the console in a real browser: nothing typed is lost, nothing urgent stays silent. */
class NightIT {

  private static void state(Page page, String state) {
    page.waitForCondition(() -> state.equals(page.getAttribute("#bell", "data-state")));
  }

  @Test
  void whatWasTypedSurvivesAReloadAndALostSessionAndIsForgottenOnceSaved() throws Exception {
    Browsing browsing = Browsing.shared();
    try (TestHub hub = TestHub.demo(Town.MAP)) {
      Client ada = hub.as("ada");
      Page page = browsing.page(hub, ada);
      page.navigate("/console/enter");
      page.check("input[name=via][value=counter]");
      page.fill("#text", "Two people on the shed's roof");
      page.fill("#caller", "Old Tom");
      page.reload();
      assertEquals("Two people on the shed's roof", page.inputValue("#text"));
      assertTrue(page.isChecked("input[name=via][value=counter]"));
      ada.with("DELETE", "/api/session", Map.of());
      page.click("text=Save the report");
      page.click("text=Sign in again");
      page.fill("#user", "ada");
      page.fill("#password", TestHub.PASSWORD);
      page.keyboard().press("Enter");
      page.waitForURL("**/console/enter");
      assertEquals("Two people on the shed's roof", page.inputValue("#text"));
      assertEquals("Old Tom", page.inputValue("#caller"));
      page.click("text=Save the report");
      page.waitForURL("**/console/reports/*");
      assertTrue(page.innerText("main").contains("At the counter") || said(page, "at the counter"));
      page.navigate("/console/enter");
      assertEquals("", page.inputValue("#text"), "saved words don't come again");
    }
  }

  private static boolean said(Page page, String words) {
    return page.innerText("main").contains(words);
  }

  @Test
  void aNewLifeInDangerRingsOnEveryConsoleUntilSomebodyHasIt() throws Exception {
    Browsing browsing = Browsing.shared();
    try (TestHub hub = TestHub.demo(Town.MAP)) {
      Page ada = browsing.page(hub, hub.as("ada"));
      Page ben = browsing.page(hub, hub.as("ben"));
      ada.navigate("/console");
      ben.navigate("/console/notes");
      state(ada, "still");
      assertFalse(ada.isVisible("#bell"));
      Town.report(hub, "Two on the roof at the mill", "life-safety", "en", -33.53, 150.27);
      state(ada, "ringing");
      state(ben, "ringing");
      assertTrue(ada.isVisible("#bell"), "the bar says it without sound");
      assertTrue(ada.innerText("#alarm").contains("Two on the roof"));
      assertEquals("alert", ada.getAttribute("#alarm", "role"));
      ada.click("#bell button");
      state(ada, "muted");
      assertTrue(ada.innerText("#bell").matches("(?s).*off on this screen until \\d.*"));
      assertTrue(ada.innerText("#alarm").contains("Two on the roof"), "the bar stays");
      assertEquals("ringing", ben.getAttribute("#bell", "data-state"), "muted here alone");
      ben.keyboard().press("x");
      state(ben, "still");
      state(ada, "still");
      assertFalse(ada.innerText("#alarm").contains("Two on the roof"));
    }
  }

  @Test
  void aCopyThatNobodyConfirmsTurnsRedAndRingsUntilItIsHeard() throws Exception {
    Browsing browsing = Browsing.shared();
    try (TestHub hub = TestHub.demo(Town.MAP)) {
      PagesOfTown.released(hub, "Actual");
      Page page = browsing.page(hub, hub.staff("cleo"));
      page.navigate("/radio");
      assertFalse(page.innerText("#alarm").contains("not confirmed"));
      hub.ahead.set(Duration.ofSeconds(70));
      page.reload();
      state(page, "ringing");
      assertTrue(page.innerText("#alarm").matches("(?s).*not confirmed:.*1 by SMS.*"));
      int lines = page.locator("#alarm [data-ring]").count();
      for (int i = lines; i > 0; i--) {
        int left = i - 1;
        page.locator("#alarm [data-ring] button").first().click();
        page.waitForCondition(() -> page.locator("#alarm [data-ring]").count() == left);
      }
      state(page, "still");
      assertTrue(page.innerText("#alarm").contains("heard by cleo"), "silent, and still there");
    }
  }

  @Test
  void anUrgentDraftThatNobodyApprovesIsToldToMoreAndMorePeople() throws Exception {
    try (TestHub hub = TestHub.live()) {
      Map<String, Object> draft = new LinkedHashMap<>(Drafts.complete("Actual"));
      draft.put("urgency", "Immediate");
      Client ada = hub.staff("ada");
      String id = ada.post("/api/alerts", draft).json().get("id").textValue();
      assertEquals(200, ada.post("/api/alerts/" + id + "/submit", Map.of()).status());
      String waited = "urgent, and has waited";
      assertTrue(hub.staff("cleo").get("/radio").text().contains(waited));
      assertFalse(hub.staff("eli").get("/accounts").text().contains(waited));
      hub.ahead.set(Duration.ofSeconds(185));
      assertTrue(hub.staff("eli").get("/accounts").text().contains("step-2"));
      assertFalse(hub.staff("dora").get("/council").text().contains(waited));
      hub.ahead.set(Duration.ofSeconds(305));
      String council = hub.staff("dora").get("/council").text();
      assertTrue(council.contains("step-3") && council.contains("data-ring"), council);
    }
  }

  @Test
  void anAlertsEndIsAnnouncedToAllStaffHalfAnHourBefore() throws Exception {
    try (TestHub hub = TestHub.live()) {
      PagesOfTown.released(hub, "Actual");
      Map<String, String> pages =
          Map.of("ada", "/console", "cleo", "/radio", "dora", "/council", "eli", "/accounts");
      for (Map.Entry<String, String> e : pages.entrySet()) {
        assertFalse(hub.staff(e.getKey()).get(e.getValue()).text().contains("renew it"));
      }
      Duration toEnd =
          Duration.between(
              java.time.Instant.now(),
              hub.core.read(s -> s.alerts().iterator().next().draft().expires()));
      hub.ahead.set(toEnd.minusMinutes(29));
      for (Map.Entry<String, String> e : pages.entrySet()) {
        Client again = hub.as(e.getKey());
        assertTrue(again.get(e.getValue()).text().contains("renew it"), e.getKey());
      }
    }
  }

  @Test
  void aFilterIsAnAddressAndIsKeptByNameInTheBrowser() throws Exception {
    Browsing browsing = Browsing.shared();
    try (TestHub hub = TestHub.demo(Town.MAP)) {
      Town.fill(hub);
      Page page = browsing.page(hub, hub.as("ada"));
      page.navigate("/console");
      page.fill("#q", "bridge");
      page.selectOption("#show", "open");
      page.click("text=Keep this filter");
      page.click("#saved a");
      page.waitForURL("**/console?*q=bridge*");
      assertTrue(page.innerText("#reports").contains("Mill Road bridge"));
      assertFalse(page.innerText("#reports").contains("school"));
      page.navigate("/console");
      assertEquals("bridge, Waiting", page.innerText("#saved a"));
      page.click("#saved button");
      assertEquals(0, page.locator("#saved li").count());
    }
  }

  @Test
  void theSituationReportIsPrintedInOneActWithoutTheFrame() throws Exception {
    Browsing browsing = Browsing.shared();
    try (TestHub hub = TestHub.demo(Town.MAP)) {
      Town.fill(hub);
      Page page = browsing.page(hub, hub.as("ada"));
      page.addInitScript("window.print = () => { window.printed = (window.printed ?? 0) + 1; }");
      page.navigate("/console/situation");
      page.click("#print");
      assertEquals(1, page.evaluate("window.printed"));
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      for (String hidden : new String[] {"header.top", "#alarm", "#strip", "#print"}) {
        assertFalse(page.isVisible(hidden), hidden);
      }
      String words = page.innerText(".sheet");
      for (String part :
          new String[] {"Check words", "Alerts in force", "Power", "Waiting longest"}) {
        assertTrue(words.contains(part), part);
      }
    }
  }

  @Test
  void aClickOnTheMapSaysWhereItIs() throws Exception {
    Browsing browsing = Browsing.shared();
    try (TestHub hub = TestHub.demo(Town.MAP)) {
      String id = Town.report(hub, "Water over the road", "urgent", "en", null, null);
      Page page = browsing.page(hub, hub.as("ada"));
      page.navigate("/console/reports/" + id);
      page.locator("form[data-place] svg.clickable").scrollIntoViewIfNeeded();
      page.locator("form[data-place] svg.clickable").click();
      // The middle of the map of the town: 150.18 to 150.33, -33.56 to -33.49.
      assertEquals(150.255, Double.parseDouble(page.inputValue("#lon")), 0.001);
      assertEquals(-33.525, Double.parseDouble(page.inputValue("#lat")), 0.001);
      page.click("text=It is here");
      page.waitForCondition(() -> hub.core.read(s -> s.report(id).handling().place() != null));
    }
  }

  @Test
  void aCallIsTakenAnsweredAndHandedOverByKeysAlone() throws Exception {
    Browsing browsing = Browsing.shared();
    try (TestHub hub = TestHub.demo(Town.MAP)) {
      Page page = browsing.page(hub, hub.as("ada"));
      page.navigate("/console");
      page.keyboard().press("n");
      page.waitForURL("**/console/enter");
      page.waitForCondition(() -> "text".equals(page.evaluate("document.activeElement.id")));
      page.keyboard().type("Two in the shed, n and b are only letters here");
      page.keyboard().press("Tab");
      page.keyboard().press("Enter");
      page.waitForURL("**/console/reports/*");
      page.keyboard().press("a");
      page.keyboard().type("Go up to the loft");
      page.waitForCondition(() -> page.innerText("#room").startsWith("17 of"));
      page.keyboard().press("Tab");
      enterAndLoad(page);
      page.waitForCondition(() -> page.innerText("#thread").contains("Go up to the loft"));
      page.keyboard().press("h");
      page.keyboard().type("SES");
      enterAndLoad(page);
      page.waitForCondition(() -> page.innerText("main").contains("Handed over to SES"));
      page.keyboard().press("?");
      page.waitForURL("**/console/keys");
      page.uncheck("#keys-on");
      page.keyboard().press("b");
      assertTrue(page.url().endsWith("/console/keys"), "turned off");
    }
  }

  @Test
  void whoHasGoneOnToTheNextFieldIsNotPulledBackByALateAnswer() throws Exception {
    Browsing browsing = Browsing.shared();
    try (TestHub hub = TestHub.demo(Town.MAP)) {
      String id = Town.report(hub, "Two in the shed", "urgent", "en", null, null);
      Page page = browsing.page(hub, hub.as("ada"));
      page.navigate("/console/reports/" + id);
      page.route(
          "**/answers",
          route -> {
            page.evaluate("document.querySelector('#agency').focus()");
            route.resume();
          });
      page.evaluate("window.stayed = true");
      page.fill("#answer", "Go up to the loft");
      page.locator("#answer").press("Tab");
      page.keyboard().press("Enter");
      page.waitForCondition(() -> page.innerText("#thread").contains("Go up to the loft"));
      page.waitForCondition(() -> page.inputValue("#answer").isEmpty());
      page.keyboard().type("SES");
      assertEquals("SES", page.inputValue("#agency"));
      assertEquals(true, page.evaluate("window.stayed"), "the page was loaded anew");
    }
  }

  private static void enterAndLoad(Page page) {
    AtomicBoolean loaded = new AtomicBoolean();
    page.onLoad(p -> loaded.set(true));
    page.keyboard().press("Enter");
    page.waitForCondition(loaded::get);
  }
}
