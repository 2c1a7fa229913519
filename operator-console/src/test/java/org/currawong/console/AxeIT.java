package org.currawong.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every page against the rules of axe-core for WCAG 2.2 AA, by day and by night. */
class AxeIT {

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  /** Between them these have every colour. */
  private static final Set<String> NIGHT =
      Set.of(
          "resident",
          "board",
          "report",
          "called",
          "enter",
          "notes",
          "situation",
          "composer-edit",
          "alert-exercise",
          "alert-released");

  @Test
  void noPageHasAFaultByDayOrNight() throws Exception {
    List<String> faults = new ArrayList<>();
    Browsing browsing = Browsing.shared();
    try (TestHub hub = TestHub.demo(Town.MAP)) {
      Map<String, String> pages = PagesOfTown.of(hub);
      Client fay = hub.staff("fay");
      for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        Page page = browsing.page(hub, fay, new Browser.NewContextOptions().setColorScheme(scheme));
        // Else the hub's own evening decides.
        String theme = scheme == ColorScheme.LIGHT ? "light" : "dark";
        page.addInitScript("localStorage.setItem('theme', '" + theme + "')");
        for (Map.Entry<String, String> e : pages.entrySet()) {
          if (scheme == ColorScheme.DARK && !NIGHT.contains(e.getKey())) {
            continue;
          }
          page.navigate(e.getValue());
          for (Rule rule : found(page, scheme)) {
            faults.add(
                e.getKey()
                    + " "
                    + scheme
                    + ": "
                    + rule.getImpact()
                    + " "
                    + rule.getId()
                    + " "
                    + rule.getNodes().getFirst().getHtml());
          }
        }
        page.context().close();
      }
    }
    assertEquals("", String.join("\n", faults));
  }

  /** By night only the colours differ. */
  private static List<Rule> found(Page page, ColorScheme scheme) {
    AxeBuilder axe = new AxeBuilder(page);
    return (scheme == ColorScheme.LIGHT
            ? axe.withTags(RULES)
            : axe.withRules(List.of("color-contrast", "link-in-text-block")))
        .analyze()
        .getViolations();
  }
}
