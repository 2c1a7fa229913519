package org.currawong.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Everything by keyboard alone: each control is reached and shows that it is. */
class KeyboardIT {

  /** Controls that a person can use, as the page has them now; a group of radio buttons is one. */
  private static final String CONTROLS =
      """
      () => { const groups = new Set(); return [...document.querySelectorAll(
        'a[href],button,input,select,textarea,summary,audio,[tabindex="0"]')]
        .filter(e => !e.disabled && e.type !== 'hidden' && e.checkVisibility()
          && (e.type !== 'radio' || !groups.has(e.name) && groups.add(e.name))).length; }
      """;

  private static final String HERE =
      """
      () => { const e = document.activeElement; if (!e || e === document.body) return null;
        window.count ??= 0; e.stop ??= ++window.count; const s = getComputedStyle(e);
        const seen = s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2
          || e.tagName === 'AUDIO' || e.tagName.includes('-');
        const group = e.type === 'radio' ? 'radio:' + e.name : String(e.stop);
        return group + (seen ? '' : ' hidden ' + e.outerHTML.slice(0, 120)); }
      """;

  @Test
  void eachControlOfEachPageIsReachedByTabAndSeen() throws Exception {
    List<String> faults = new ArrayList<>();
    Browsing browsing = Browsing.shared();
    try (TestHub hub = TestHub.demo(Town.MAP)) {
      Map<String, String> pages = PagesOfTown.of(hub);
      Page page = browsing.page(hub, hub.staff("fay"));
      for (Map.Entry<String, String> e : pages.entrySet()) {
        page.navigate(e.getValue());
        int controls = ((Number) page.evaluate(CONTROLS)).intValue();
        Set<String> reached = new HashSet<>();
        int ends = 0;
        for (int i = 0; i < controls * 9 + 20 && ends < 2; i++) {
          page.keyboard().press("Tab");
          Object here = page.evaluate(HERE);
          if (here == null) {
            ends++; // a page that begins in a field comes round once to what stands before it
          } else {
            reached.add(here.toString());
          }
        }
        reached.stream().filter(r -> r.contains("hidden")).forEach(r -> faults.add(e.getKey() + r));
        if (reached.size() < controls) {
          faults.add(e.getKey() + ": " + reached.size() + " of " + controls + " controls reached");
        }
      }
    }
    assertEquals("", String.join("\n", faults));
  }

  @Test
  void anAlertIsWrittenApprovedAndStoppedByKeyboard() throws Exception {
    Browsing browsing = Browsing.shared();
    try (TestHub hub = TestHub.demo(Town.MAP)) {
      String path = "/console/alerts/" + writtenBy(hub, browsing);
      for (String who : List.of("ben", "cleo")) {
        Page page = signedIn(hub, browsing, who, path);
        page.locator("#confirm").focus();
        page.keyboard().type("mill flat");
        page.keyboard().press("Enter");
        page.waitForCondition(() -> page.innerText("#act").contains(who));
      }
      Page page = signedIn(hub, browsing, "ben", path + "/withdraw");
      page.locator("#r1").focus();
      page.keyboard().type("the gauge was read wrongly");
      page.keyboard().press("Enter");
      page.waitForCondition(() -> page.innerText("#alarm").contains("taken back"));
      assertTrue(page.url().endsWith(path), page.url());
    }
  }

  private static String writtenBy(TestHub hub, Browsing browsing) throws Exception {
    Page page = signedIn(hub, browsing, "ada", "/console/alerts/new");
    page.locator("input[name=status][value=Actual]").focus();
    page.keyboard().press("Space");
    page.selectOption("#hazard", "flood");
    List<String> areas =
        List.of("#area", "Mill Flat", "#boundary", "from the bridge to the school");
    for (int i = 0; i < areas.size(); i += 2) {
      page.locator(areas.get(i)).focus();
      page.keyboard().type(areas.get(i + 1));
    }
    press(page, "in 6 h");
    press(page, "in 1 h");
    press(page, "Make the headlines from phrases");
    page.selectOption("#phrase", "action.move-to-higher-ground");
    assertEquals("Community information: Flood at Mill Flat.", page.inputValue("[name=headline]"));
    assertEquals("Move to higher ground.", page.inputValue("[name=instruction]"));
    assertEquals("phrase", page.inputValue("[name='texts.vi.origin']"));
    page.waitForCondition(() -> page.innerText("#limits").contains("By SMS (vi)"));
    press(page, "Save the draft");
    page.waitForURL("**/console/alerts/a-*");
    press(page, "Ask two people to approve it");
    page.waitForCondition(() -> page.innerText("#out").contains("The recording"));
    return page.url().substring(page.url().lastIndexOf('/') + 1);
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).first().focus();
    page.keyboard().press("Enter");
  }

  private static Page signedIn(TestHub hub, Browsing browsing, String who, String then) {
    Page page = browsing.page(hub, null);
    page.navigate(then);
    page.locator("#user").focus();
    page.keyboard().type(who);
    page.keyboard().press("Tab");
    page.keyboard().type(TestHub.PASSWORD);
    page.keyboard().press("Enter");
    page.waitForURL("**" + then);
    return page;
  }
}
