package org.safeguardinghub.deploy.local.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.safeguardinghub.deploy.local.command.FirstPasswords;

/**
 * A real Chromium before the console of the shared hub: no page breaks its own content policy or
 * WCAG 2.2 AA as far as axe sees.
 */
final class Chromium {
  private static final Path CHROMIUM =
      Path.of(System.getProperty("hub.chromium", "/usr/bin/chromium"));

  @SuppressWarnings("NullAway.Init") // Started before the first case.
  private static Playwright playwright;

  @SuppressWarnings("NullAway.Init")
  private static Browser browser;

  /** Starts it before the first case; skips each case, with the reason, where there is none. */
  static void start() {
    assumeTrue(
        Files.isExecutable(CHROMIUM),
        "no Chromium at "
            + CHROMIUM
            + " (install the package chromium, or name one by -Dhub.chromium=PATH)");
    if (playwright != null) {
      return;
    }
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    // The sandbox needs rights that a container's root lacks; only our own pages
                    // are opened.
                    .setArgs(
                        List.of(
                            "--no-sandbox", "--disable-background-networking", "--disable-sync")));
  }

  static void stop() {
    if (playwright != null) {
      playwright.close();
    }
  }

  /** Somebody's browser, with nothing of anybody else's in it. */
  static BrowserContext context(boolean javaScript) {
    return browser.newContext(
        new Browser.NewContextOptions()
            .setJavaScriptEnabled(javaScript)
            .setViewportSize(1000, 900));
  }

  static String url(String path) {
    return SharedHubIT.temporary().hub().consoleUrl().resolve(path).toString();
  }

  /** Opens the console with the password of the first start, and sees the page that comes first. */
  static void signIn(Page page, String user, String first) throws Exception {
    page.navigate(url("/"));
    page.fill("#user", user);
    page.fill("#password", FirstPasswords.of(SharedHubIT.temporary().hub(), user));
    page.click("main button[type=submit]");
    assertThat(page.locator("h1")).hasText(first);
  }

  /**
   * Only where scripts run: axe is a script of its own. Its legacy mode looks at one frame, and no
   * page of ours has another; the other mode opens a further page each time, which takes longer
   * than to look.
   */
  static void checkAccessible(Page page) {
    assertThat(page.frames()).hasSize(1);
    assertThat(
            new AxeBuilder(page)
                .setLegacyMode(true).analyze().getViolations().stream().map(Rule::getId).toList())
        .isEmpty();
  }

  static void checkAccessible(Page page, boolean javaScript) {
    if (javaScript) {
      checkAccessible(page);
    }
  }

  /** No page is wider than the narrowest screen that WCAG asks for. */
  static void checkNarrow(Page page) {
    page.setViewportSize(320, 700);
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
    page.setViewportSize(1000, 900);
  }
}
