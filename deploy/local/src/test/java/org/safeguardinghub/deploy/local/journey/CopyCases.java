package org.safeguardinghub.deploy.local.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is to know of an alert without answering it, in a real Chromium. */
abstract class CopyCases {
  private static final String NURSE = "wren.hollowell";

  /** The named nurse is to know of the alert, and can do nothing but read what is for health. */
  @ParameterizedTest(name = "JavaScript: {0}")
  @ValueSource(booleans = {true, false})
  void aCopyOfAnAlertIsRead(boolean javaScript) throws Exception {
    try (BrowserContext context = Chromium.context(javaScript)) {
      Page page = context.newPage();
      Chromium.signIn(page, NURSE, "My alerts");
      String copy = ".hub-copies a[href$='/copy']:has-text('Larkspindle')";
      page.waitForCondition(
          () -> {
            page.reload();
            return page.locator(copy).count() > 0;
          });
      Chromium.checkAccessible(page, javaScript);
      Chromium.checkNarrow(page);
      page.locator(copy).first().click();
      assertThat(page.locator("main"))
          .containsText(
              Pattern.compile("You do not have to answer it.*What you can do", Pattern.DOTALL));
      assertThat(page.locator("main")).not().containsText("Bruise on the cheek");
      assertThat(page.locator("main form")).hasCount(0);
      Chromium.checkAccessible(page, javaScript);
      Chromium.checkNarrow(page);
      String alert = page.url().replaceFirst("/copy$", "");
      page.navigate(alert);
      assertThat(page).hasURL(alert + "/copy");
      page.navigate(Chromium.url("/actions"));
      assertThat(page.locator("main")).containsText("Weigh the baby");
      assertThat(page.locator("main")).not().containsText("Nurse visit");
      Chromium.checkAccessible(page, javaScript);
      Chromium.checkNarrow(page);
      page.navigate(Chromium.url("/copies"));
      assertThat(page.locator("main a[href$='/copy']").first()).isVisible();
      Chromium.checkAccessible(page, javaScript);
      Chromium.checkNarrow(page);
    }
  }
}
