package org.safeguardinghub.deploy.local.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A children's home that reports by hand, in a real Chromium. */
abstract class ReferralCases {
  private static final String PROVIDER = "wilfred.saltmarsh";

  /** A children's home reports: refused by the intake at its field, put right, received. */
  @ParameterizedTest(name = "JavaScript: {0}")
  @ValueSource(booleans = {true, false})
  void aReportIsRefusedAtItsFieldPutRightAndReceived(boolean javaScript) throws Exception {
    try (BrowserContext context = Chromium.context(javaScript)) {
      Page page = context.newPage();
      Chromium.signIn(page, PROVIDER, "My referrals");
      Chromium.checkAccessible(page, javaScript);
      page.locator("a[href='/referrals/new']").click();
      Chromium.checkAccessible(page, javaScript);
      Chromium.checkNarrow(page);
      LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
      page.selectOption("#type", "HOM-MIS-01");
      page.fill("#day", today.plusDays(3).toString());
      page.fill("#narrative", "Did not come back from school.");
      page.fill("#givenNames", "Tansy");
      page.fill("#familyName", "Quibblewort " + (javaScript ? "One" : "Two"));
      page.fill("#dateOfBirth", "2016-05-04");
      page.locator("main form button").click();
      assertThat(page.locator("#day-error")).containsText("lies in the future");
      assertThat(page.locator("#narrative")).hasValue("Did not come back from school.");
      Chromium.checkAccessible(page, javaScript);
      Chromium.checkNarrow(page);
      page.fill("#day", today.minusDays(1).toString());
      page.locator("main form button").click();
      assertThat(page.locator("main")).containsText("Receipt: r-");
      Chromium.checkAccessible(page, javaScript);
      // Where it stands was asked of the intake, which answered.
      assertThat(page.locator("main"))
          .containsText(
              Pattern.compile("It is (received|processed)\\.|not settled yet which child"));
      page.navigate(Chromium.url("/alerts.json"));
      assertThat(page.locator("h1")).hasText("You cannot open this page");
    }
  }
}
