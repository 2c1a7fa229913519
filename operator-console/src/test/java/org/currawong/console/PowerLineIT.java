package org.currawong.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.currawong.domain.Actor;
import org.currawong.domain.Command;
import org.currawong.domain.power.PowerSight;
import org.junit.jupiter.api.Test;

/** The power in a browser: by day and night, as it changes, and always in view. */
class PowerLineIT {

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  @Test
  void noStateOfThePowerHasAFaultByDayOrNight() throws Exception {
    List<String> faults = new ArrayList<>();
    Browsing browsing = Browsing.shared();
    try (TestHub hub = TestHub.live()) {
      for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        Page page =
            browsing.page(
                hub, hub.staff("fay"), new Browser.NewContextOptions().setColorScheme(scheme));
        for (Map.Entry<String, PowerSight> sight : Sights.all().entrySet()) {
          hub.power.set(sight.getValue());
          page.navigate("/console/log");
          new AxeBuilder(page)
              .withTags(RULES)
              .analyze()
              .getViolations()
              .forEach(v -> faults.add(scheme + " " + sight.getKey() + ": " + v.getId()));
          String shape =
              page.evaluate(
                      "() => getComputedStyle(document.querySelector('#power p'), '::before').content")
                  .toString();
          assertTrue(shape.length() >= 3, "a shape beside the colour: " + shape);
        }
        page.context().close();
      }
    }
    assertEquals("", String.join("\n", faults));
  }

  @Test
  void thePageChangesAsThePowerDoesAndKeepsItInView() throws Exception {
    Browsing browsing = Browsing.shared();
    try (TestHub hub = TestHub.live()) {
      for (int i = 0; i < 30; i++) {
        hub.client().post("/api/reports", Map.of("text", "water in street " + i));
      }
      hub.power.set(Sights.all().get("on mains"));
      Page page = browsing.page(hub, hub.staff("ada"));
      page.navigate("/console");
      page.waitForCondition(() -> page.innerText("#power").startsWith("Power: on mains"));
      page.waitForTimeout(500); // the stream of events opens beside the page
      page.evaluate("() => { window.same = true; window.scrollTo(0, 600); }");
      change(hub, "on battery");
      page.waitForCondition(() -> page.innerText("#power").startsWith("Power: on battery"));
      assertEquals(true, page.evaluate("() => window.same"), "without a new load");
      assertEquals(1, page.locator("#power [data-sparing]").count());
      double top = page.locator("#power").boundingBox().y;
      assertTrue(top >= -1 && top < 5, "in view though the page is scrolled: " + top);
      change(hub, "battery low");
      page.waitForCondition(() -> page.innerText("#power").startsWith("Power: battery low"));
    }
  }

  @Test
  void onBatteryAPageRenewsItselfAboutHalfAsOften() throws Exception {
    Browsing browsing = Browsing.shared();
    try (TestHub hub = TestHub.live()) {
      hub.power.set(Sights.all().get("on mains"));
      int mains = renewals(hub, browsing);
      hub.power.set(Sights.all().get("on battery"));
      int battery = renewals(hub, browsing);
      assertTrue(mains >= 4, "renewals on mains: " + mains);
      assertTrue(battery >= 1 && battery <= 0.75 * mains, battery + " against " + mains);
    }
  }

  /** How often the board fetches itself while a report comes ten times a second. */
  private static int renewals(TestHub hub, Browsing browsing) throws Exception {
    Page page = browsing.page(hub, hub.staff("ada"));
    page.navigate("/console");
    page.waitForTimeout(500); // the stream of events opens beside the page
    AtomicInteger renewals = new AtomicInteger();
    page.onRequest(
        r -> {
          if (r.url().endsWith("/console")) {
            renewals.incrementAndGet();
          }
        });
    for (int i = 0; i < 40; i++) {
      hub.client().post("/api/reports", Map.of("text", "water " + i));
      page.waitForTimeout(100);
    }
    page.context().close();
    return renewals.get();
  }

  private static void change(TestHub hub, String to) {
    PowerSight sight = Sights.all().get(to);
    hub.power.set(sight);
    hub.core
        .hand(
            new Command.RecordPower("ups", sight.rung(), sight.last().words(), Map.of()),
            Actor.part("power-monitor"))
        .toCompletableFuture()
        .join();
  }
}
