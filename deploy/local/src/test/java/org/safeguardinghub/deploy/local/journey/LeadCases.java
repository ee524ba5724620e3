package org.safeguardinghub.deploy.local.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safeguardinghub.deploy.local.command.Typed;

/**
 * A lead in a real Chromium: a concern is posted, its alert is opened and answered. With and
 * without JavaScript; no page breaks its own content policy or WCAG 2.2 AA as far as axe sees.
 */
abstract class LeadCases {
  /** Deputy of the MASH manager and of the out-of-hours team: owns it at any hour. */
  private static final String LEAD = "corwin.ashgrove";

  /** Of the alerts about the two babies, the second time the one of the first time stands first. */
  private static final String ANSWERED = "main a[href^='/alerts/a-']:has-text('Larkspindle')";

  @ParameterizedTest(name = "JavaScript: {0}")
  @ValueSource(booleans = {true, false})
  void aPostedConcernIsOpenedAndAnswered(boolean javaScript) throws Exception {
    String baby =
        "main a[href^='/alerts/a-']:has-text('Larkspindle " + (javaScript ? "with')" : "without')");
    List<String> complaints = new ArrayList<>();
    try (BrowserContext context = Chromium.context(javaScript)) {
      Page page = context.newPage();
      page.onConsoleMessage(message -> complaints.add(message.text()));
      Chromium.signIn(page, LEAD, "My alerts");
      post(javaScript ? "with" : "without");
      page.waitForCondition(
          () -> {
            if (!javaScript) {
              page.reload();
            }
            return page.locator(baby).count() > 0;
          });
      Chromium.checkAccessible(page, javaScript);
      page.locator(baby).click();
      assertThat(page.locator("h1")).isVisible();
      Chromium.checkAccessible(page, javaScript);
      page.locator("form[action$='/answer'] input[type=radio]").first().check();
      page.locator("form[action$='/answer'] textarea").fill("Home visit today.");
      page.locator("form[action$='/answer'] button").first().click();
      page.waitForCondition(
          () -> {
            page.navigate(Chromium.url("/alerts?show=acknowledged"));
            return page.locator(ANSWERED).count() > 0;
          });
      Chromium.checkNarrow(page);
      page.locator(ANSWERED).first().click();
      String alert = page.url();
      readsTheStory(page, alert, javaScript);
      putsItAside(page, alert, javaScript);
      disagrees(page, alert, javaScript);
      agreesOnAnAction(page, alert, javaScript);
      sharesNothing(page, alert, javaScript);
      chooses(page, javaScript);
      page.navigate(Chromium.url("/team"));
      Chromium.checkAccessible(page, javaScript);
    }
    assertThat(complaints).isEmpty();
    Typed audit =
        Typed.hub("audit", "verify", "--data", SharedHubIT.temporary().folder().toString());
    assertThat(audit.out()).contains("The record is whole").doesNotContain(" 0 access records");
    assertThat(audit.code()).isZero();
  }

  private static void readsTheStory(Page page, String alert, boolean javaScript) {
    page.locator("main a[href$='/story']").click();
    assertThat(page.locator("main")).containsText("Bruise on the cheek");
    Chromium.checkAccessible(page, javaScript);
    Chromium.checkNarrow(page);
    Download pack = page.waitForDownload(() -> page.locator("a[href$='/pack.pdf']").click());
    assertThat(pack.failure()).isNull();
    page.navigate(alert);
  }

  private static void putsItAside(Page page, String alert, boolean javaScript) {
    page.locator("main a[href$='/steps']").click();
    Chromium.checkAccessible(page, javaScript);
    Chromium.checkNarrow(page);
    page.locator("input[value=aside]").check();
    page.locator("#until").fill(LocalDate.now(ZoneId.of("Europe/London")).plusDays(1).toString());
    page.locator("#reason").fill("The health visitor calls in the morning.");
    page.locator("form[action$='/steps'] button").click();
    assertThat(page.locator("h1")).hasText("Recorded");
    page.waitForCondition(
        () -> {
          page.navigate(alert);
          return page.locator("#status").innerText().contains("put aside until");
        });
    Chromium.checkAccessible(page, javaScript);
  }

  /** The first time somebody disagrees; the second time, about the same alert, it is settled. */
  private static void disagrees(Page page, String alert, boolean first) {
    page.locator("main a[href$='/steps']").click();
    page.locator(first ? "input[value=disagree]" : "input[value=settle]").check();
    page.locator("#reason").fill(first ? "Nobody has seen the child." : "A visit is agreed.");
    page.locator("form[action$='/steps'] button").click();
    assertThat(page.locator("h1")).hasText("Recorded");
    page.waitForCondition(
        () -> {
          page.navigate(alert);
          return page.locator("#status")
              .innerText()
              .contains(first ? "stage 1 of 4: Nobody has seen" : "A visit is agreed.");
        });
    assertThat(page.locator("#status")).containsText("put aside until");
    Chromium.checkAccessible(page, first);
  }

  /** What was agreed shows on the alert, and what came of it. */
  private static void agreesOnAnAction(Page page, String alert, boolean javaScript) {
    String what = "Nurse visit " + (javaScript ? "one" : "two");
    page.locator("main a[href$='/plan']").last().click();
    Chromium.checkAccessible(page, javaScript);
    Chromium.checkNarrow(page);
    agrees(page, alert, what);
    agrees(page, alert, "Weigh the baby " + (javaScript ? "one" : "two"));
    page.locator("main li:has-text('" + what + "') a").click();
    Chromium.checkAccessible(page, javaScript);
    Chromium.checkNarrow(page);
    page.locator("input[value=done]").check();
    page.fill("#reason", "Seen at home, well.");
    page.locator("main form button").last().click();
    assertThat(page.locator("h1")).hasText("Recorded");
    page.waitForCondition(
        () -> {
          page.navigate(alert);
          return page.locator("main li:has-text('" + what + "')").innerText().contains("Done:");
        });
    Chromium.checkAccessible(page, javaScript);
    Chromium.checkNarrow(page);
  }

  private static void agrees(Page page, String alert, String what) {
    page.fill("#what", what);
    page.selectOption("#who", "role:named-nurse");
    page.fill("#reason", "Not seen for a month.");
    page.locator("form[action$='/plan'] button").click();
    assertThat(page.locator("h1")).hasText("Recorded");
    page.waitForCondition(
        () -> {
          page.navigate(alert + "/plan");
          return page.locator("main").innerText().contains(what);
        });
  }

  private static void sharesNothing(Page page, String alert, boolean javaScript) {
    String whom = "A landlord, asked " + (javaScript ? "once" : "twice");
    page.locator("main a[href$='/sharing']").click();
    Chromium.checkAccessible(page, javaScript);
    Chromium.checkNarrow(page);
    page.locator("input[value=not-shared]").check();
    page.fill("#withWhom", whom);
    page.fill("#what", "Why the child was seen.");
    page.selectOption("#ground", "NOT_NEEDED");
    page.fill("#reason", "Not needed for a repair.");
    page.locator("main form button").last().click();
    assertThat(page.locator("h1")).hasText("Recorded");
    page.waitForCondition(
        () -> {
          page.navigate(alert + "/sharing");
          return page.locator("main").innerText().contains(whom);
        });
    Chromium.checkAccessible(page, javaScript);
  }

  private static void chooses(Page page, boolean javaScript) {
    page.navigate(Chromium.url("/alerts?show=acknowledged"));
    page.locator("main summary").click();
    page.selectOption("#severity", "S4");
    page.locator(".hub-filters button").click();
    assertThat(page.locator("main")).containsText("No alert of yours matches what you chose.");
    Chromium.checkAccessible(page, javaScript);
    Chromium.checkNarrow(page);
    page.locator(".hub-filters a").click();
    assertThat(page.locator("main a[href^='/alerts/a-']").first()).isVisible();
  }

  private static void post(String reference) {
    Instant when = Instant.now().minusSeconds(300).truncatedTo(ChronoUnit.SECONDS);
    String body =
        """
        {"type":"HV-PHY-01","sourceRecordId":"browser-%1$s","occurredAt":"%2$s","legalGateway":"CA2004-S16LA",
         "attributes":{"nonMobile":true},"narrative":"Bruise on the cheek",
         "subjects":[{"role":"HARMED","personRef":"%1$s","claims":{"givenNames":"Rue","familyName":"Larkspindle %1$s",
         "dateOfBirth":"2026-09-20"}}]}
        """
            .formatted(reference, when);
    assertThat(SharedHubIT.temporary().agency("fablewick-nhs").post(body).statusCode())
        .isBetween(200, 202);
  }
}
