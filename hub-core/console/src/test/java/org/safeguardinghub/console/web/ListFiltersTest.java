package org.safeguardinghub.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safeguardinghub.console.page.ListPages;
import org.safeguardinghub.console.testing.Browser;
import org.safeguardinghub.console.testing.Samples;
import org.safeguardinghub.console.testing.TestConsole;

/** My alerts, chosen and ordered by an address that holds codes only. */
final class ListFiltersTest {
  private TestConsole console;
  private Browser browser;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    console = TestConsole.start(folder);
    Samples.fill(console.alerts);
    browser = console.signedIn("marigold.thistleby");
  }

  @AfterEach
  void stop() {
    console.close();
  }

  private String list(String query) throws Exception {
    return browser.get("/alerts" + query).body();
  }

  private static int waiting(String page) {
    Matcher count =
        Pattern.compile("id=\"tab-waiting-for-you\".*?hub-count\">([0-9]+)<", Pattern.DOTALL)
            .matcher(page);
    return count.find() ? Integer.parseInt(count.group(1)) : -1;
  }

  @ParameterizedTest
  @CsvSource({
    "?severity=S2, 1",
    "?severity=S3, 0",
    "?due=today, 1",
    "?due=overdue, 0",
    "?due=week&severity=S2&pattern=P06&agency=fablewick-housing, 1",
    "?pattern=P11, 0",
    "?agency=fablewick-nhs, 1",
    "?agency=fablewick-police, 0",
    "?plan=overdue, 0"
  })
  void theListShowsWhatWasChosenAndCountsIt(String query, int expected) throws Exception {
    String page = list(query);

    assertThat(waiting(page)).isEqualTo(expected);
    assertThat(page.split("class=\"hub-alert ", -1)).hasSize(expected + 1);
    if (expected == 0) {
      assertThat(page).contains("No alert of yours matches what you chose.", "Show everything");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?severity=S2", "?pattern=P11", "?show=ended"})
  void whatAnOpenPageFetchesAgainIsItsListAndNothingElse(String query) throws Exception {
    String page = list(query);
    String part = browser.get("/alerts" + query, "X-Hub-Live", "1").body();

    assertThat(part.lines().filter(line -> !line.isBlank()).toList())
        .startsWith("<div id=\"alerts\">")
        .doesNotContain("<select", "</html>");
    String open =
        page.replaceFirst("<div id=\"alerts\" data-live=\"[^\"]*\">", "<div id=\"alerts\">");
    assertThat(open).contains(part.strip());
  }

  @Test
  void whatIsChosenStaysWhenTheShelfChangesAndIsShownAsChosen() throws Exception {
    assertThat(list("?severity=S2&order=waiting"))
        .contains(
            "href=\"/alerts?show=acknowledged&amp;severity=S2&amp;order=waiting\"",
            "<option value=\"S2\" selected>High</option>",
            "<option value=\"waiting\" selected>",
            "<option value=\"P06\">Not brought to health appointments (P06)</option>")
        .doesNotContain("fablewick-police");
  }

  @Test
  void whatTheAddressAsksForAndIsNotKnownIsSaidAndNeverRepeated() throws Exception {
    assertThat(list("?severity=S9&pattern=%3Cscript%3EBracken&due=&nothing=Bracken+Thistledown"))
        .contains("the list is shown without it: severity and pattern.", "/alerts/a-neglect")
        .doesNotContain("script>Bracken", "Bracken+Thistledown");
  }

  @Test
  void aPagePastTheEndIsTheLastOneAndNoEmptyOne() throws Exception {
    for (int i = 0; i < ListPages.PER_PAGE; i++) {
      console.alerts.put(Samples.copyOf(Samples.neglect(), "a-copy-" + i));
    }

    assertThat(list("?page=99"))
        .contains("Showing 51 to 51 of 51 alerts", "href=\"/alerts?show=waiting\"")
        .doesNotContain("Nothing is waiting");
  }
}
