package org.currawong.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** Debian's Chromium, driven by Playwright. */
final class Browsing {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

  private static Browsing shared;

  private final Playwright playwright;
  private final Browser browser;

  private Browsing() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(List.of("--no-sandbox")));
  }

  /** The one browser of all tests; starting one takes seconds. */
  static synchronized Browsing shared() {
    if (shared == null) {
      shared = open();
      Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
    }
    return shared;
  }

  private static Browsing open() {
    boolean there = Files.isExecutable(CHROMIUM);
    boolean required = "required".equals(System.getenv("PEERS"));
    Assumptions.assumeTrue(
        there || required, "no Chromium at " + CHROMIUM + ": pages not looked at");
    return new Browsing();
  }

  /** A new visitor, or somebody signed in by {@code client}. */
  Page page(TestHub hub, Client client, Browser.NewContextOptions options) {
    String base = "http://127.0.0.1:" + hub.console.port();
    BrowserContext context = browser.newContext(options.setBaseURL(base));
    if (client != null) {
      String token = client.cookie.substring(client.cookie.indexOf('=') + 1);
      context.addCookies(
          List.of(new com.microsoft.playwright.options.Cookie("currawong", token).setUrl(base)));
    }
    Page page = context.newPage();
    page.setDefaultTimeout(15_000);
    return page;
  }

  Page page(TestHub hub, Client client) {
    return page(hub, client, new Browser.NewContextOptions().setViewportSize(1280, 900));
  }

  private void close() {
    playwright.close();
  }
}
