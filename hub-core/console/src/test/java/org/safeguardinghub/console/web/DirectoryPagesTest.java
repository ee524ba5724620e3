package org.safeguardinghub.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguardinghub.console.people.Directories.Change;
import org.safeguardinghub.console.people.LeadDirectory;
import org.safeguardinghub.console.people.Leave;
import org.safeguardinghub.console.testing.Browser;
import org.safeguardinghub.console.testing.Samples;
import org.safeguardinghub.console.testing.TestConsole;

/** The directory in the browser: looked at, changed after a preview, and one's own leave. */
final class DirectoryPagesTest {
  private static final String ADMINISTRATOR = "merrick.dunstan";
  private static final Pattern HIDDEN =
      Pattern.compile("type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"");

  private TestConsole console;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    console = TestConsole.start(folder);
    Samples.fill(console.alerts);
  }

  @AfterEach
  void stop() {
    console.close();
  }

  private LeadDirectory now() {
    return console.directories.newest().directory();
  }

  private static HttpResponse<String> look(Browser browser, String path, Map<String, String> fields)
      throws Exception {
    Map<String, String> form = new HashMap<>(hidden(browser.get(path)));
    form.putAll(fields);
    return browser.post(path, form);
  }

  /** What the browser sends when the second button is pressed. */
  private static Map<String, String> hidden(HttpResponse<String> page) {
    Map<String, String> form = new HashMap<>();
    Matcher matcher = HIDDEN.matcher(page.body());
    while (matcher.find()) {
      form.put(matcher.group(1), matcher.group(2));
    }
    return form;
  }

  @Test
  void aLeaverIsEndedAfterAPreviewAndSignedOutByIt() throws Exception {
    Browser leaver = console.signedIn("marigold.thistleby");
    Browser administrator = console.signedIn(ADMINISTRATOR);
    String path = "/directory/persons/p-mash-manager";

    HttpResponse<String> preview =
        look(administrator, path, Map.of("lastDay", "2026-03-23", "reason", "Leaves the service"));

    assertThat(preview.body())
        .contains("Marigold Thistleby (p-mash-manager) leaves after 2026-03-23")
        .contains("1 open alert would be routed again", "Change it so");
    assertThat(console.directories.newest().number()).isEqualTo(1);
    assertThat(administrator.post(path, hidden(preview)).body()).contains("Changed");
    assertThat(console.directories.changes(9))
        .extracting(Change::actor, Change::reason)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("p-administrator", "Leaves the service"));
    assertThat(administrator.post(path, hidden(preview)).statusCode())
        .as("made from a version that is no longer the newest")
        .isIn(409, 422);
    assertThat(leaver.get("/alerts").headers().firstValue("location")).contains("/sign-in");
    assertThat(administrator.get("/directory").body())
        .contains("Marigold Thistleby (not there)", "left after", "Leaves the service");
  }

  @Test
  void aDeputyIsAddedToARole() throws Exception {
    Browser administrator = console.signedIn(ADMINISTRATOR);
    String path = "/directory/roles/named-nurse";

    HttpResponse<String> preview =
        look(
            administrator,
            path,
            Map.of(
                "holder1", "p-named-nurse",
                "holder2", "p-health-visitor",
                "reason", "Cover"));
    administrator.post(path, hidden(preview));

    assertThat(now().rolesOf("p-health-visitor")).contains("named-nurse", "health-visitor");
    assertThat(console.signedIn("tamsin.brambleside").get("/alerts").body()).contains("My alerts");
  }

  @Test
  void whatIsRefusedIsSaidAndChangesNothing() throws Exception {
    Browser administrator = console.signedIn(ADMINISTRATOR);

    assertThat(
            look(
                    administrator,
                    "/directory/persons/p-named-nurse",
                    Map.of("lastDay", "2026-04-30", "reason", "Leaves"))
                .body())
        .contains("nobody of the role named-nurse can be reached from 2026-05-01 on");
    assertThat(
            look(administrator, "/directory/roles/edt", Map.of("holder1", "", "reason", "none"))
                .statusCode())
        .isEqualTo(422);
    assertThat(
            look(
                    administrator,
                    "/directory/persons/p-lado",
                    Map.of("leaveFirst", "soon", "leaveLast", "2026-04-09", "reason", ""))
                .body())
        .contains("Give a day, such as 2026-04-01", "Say why");
    assertThat(look(administrator, "/directory/persons/p-lado", Map.of("reason", "nothing")).body())
        .contains("Nothing is changed by this");
    assertThat(console.directories.newest().number()).isEqualTo(1);
  }

  @Test
  void aLeadSetsTheirOwnLeaveAndNothingElse() throws Exception {
    Browser lead = console.signedIn("marigold.thistleby");
    String path = lead.get("/directory/mine").headers().firstValue("location").orElseThrow();
    assertThat(lead.get(path).body())
        .contains("First day of a new leave")
        .doesNotContain("lastDay");

    HttpResponse<String> preview =
        look(
            lead,
            path,
            Map.of(
                "leaveFirst", "2026-04-01",
                "leaveLast", "2026-04-09",
                "mail", "elsewhere@example.org",
                "lastDay", "2026-04-01",
                "reason", "Annual leave"));
    assertThat(preview.body())
        .contains("Marigold Thistleby (p-mash-manager) is away from 2026-04-01 to 2026-04-09");
    lead.post(path, hidden(preview));

    var person = now().person("p-mash-manager").orElseThrow();
    assertThat(person.leave())
        .containsExactly(new Leave(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 9)));
    assertThat(person.mail()).isEmpty();
    assertThat(person.term().lastDay()).isEmpty();
    assertThat(lead.get("/directory/persons/p-lado").statusCode()).isEqualTo(403);
    assertThat(console.alerts.audited()).contains("p-mash-manager REFUSED directory person");
  }
}
