package org.currawong.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page for residents: without script, without cookies, without other servers, and light. */
class ResidentPageIT {

  /** CONTRACT.md: under 50 KB, styles included. */
  private static final int MOST_BYTES = 50 * 1024;

  @Test
  void aReportGoesInWithoutScript() throws Exception {
    Browsing browsing = Browsing.shared();
    try (TestHub hub = TestHub.live()) {
      PagesOfTown.released(hub, "Actual");
      PagesOfTown.released(hub, "Exercise");
      Page page =
          browsing.page(hub, null, new Browser.NewContextOptions().setJavaScriptEnabled(false));
      List<Request> requests = new ArrayList<>();
      page.onRequest(requests::add);
      page.navigate("/");
      assertEquals(2, requests.size(), "the page and its styles, nothing else");
      int bytes = requests.stream().mapToInt(r -> r.response().body().length).sum();
      assertTrue(bytes < MOST_BYTES, bytes + " bytes");
      assertTrue(page.context().cookies().isEmpty());
      String words = page.innerText("body");
      assertEquals(1, page.locator("article.alert").count(), "an exercise is not shown");
      assertTrue(
          words.contains("Triple Zero (000)") && words.contains("Move to higher ground now."));
      assertTrue(words.contains("Not a replacement for official warnings"));
      page.fill("#text", "Water in the house on Mill Road");
      page.click("text=Send the report");
      assertTrue(page.innerText("body").contains("Your receipt"));
      String receipt = page.innerText(".receipt code");
      page.navigate("/");
      page.fill("#receipt", receipt.toUpperCase(java.util.Locale.ROOT));
      page.click("text=What became of my report?");
      assertTrue(page.innerText("body").contains("Nobody has read it yet"));
    }
  }

  @Test
  void anAlertThatRanOutIsNoAllClear() throws Exception {
    try (TestHub hub = TestHub.live()) {
      PagesOfTown.released(hub, "Actual");
      hub.ahead.set(Duration.ofHours(7));
      String page = hub.client().get("/").text();
      assertTrue(page.contains("Ended, not renewed. This is not an all-clear."), page);
      assertFalse(page.contains("Move to higher ground now."), page);
    }
  }
}
