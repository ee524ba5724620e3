package org.safeguardinghub.deploy.local.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safeguardinghub.deploy.local.command.Typed;

/** An administrator in a real Chromium, and on the command line beside it. */
abstract class DirectoryCases {
  private static final String ADMINISTRATOR = "merrick.dunstan";

  @TempDir private Path files;

  @ParameterizedTest(name = "JavaScript: {0}")
  @ValueSource(booleans = {true, false})
  void aLeaveIsSetAndTheCommandLineKnowsOfIt(boolean javaScript) throws Exception {
    List<String> complaints = new ArrayList<>();
    try (BrowserContext context = Chromium.context(javaScript)) {
      Page page = context.newPage();
      // A form that comes back with what is wrong with it is said by the browser too.
      page.onConsoleMessage(
          message -> {
            if (!message.text().endsWith("status of 422 (Unprocessable Entity)")) {
              complaints.add(message.text());
            }
          });
      setsALeave(page, javaScript ? "p-lado" : "p-exploitation", javaScript);
    }
    exportsAndImports(javaScript);
    assertThat(complaints).isEmpty();
  }

  private static void setsALeave(Page page, String person, boolean javaScript) throws Exception {
    Chromium.signIn(page, ADMINISTRATOR, "My alerts");
    page.navigate(Chromium.url("/directory"));
    Chromium.checkAccessible(page, javaScript);
    Chromium.checkNarrow(page);
    page.locator("main a[href='/directory/persons/" + person + "']").click();
    page.fill("#leaveFirst", "2031-05-01");
    page.fill("#leaveLast", "2031-05-09");
    page.locator("main button").click();
    assertThat(page.locator(".govuk-error-summary")).containsText("Say why");
    Chromium.checkAccessible(page, javaScript);
    Chromium.checkNarrow(page);
    page.fill("#reason", "Annual leave");
    page.locator("main button").click();
    assertThat(page.locator("main")).containsText("is away from 2031-05-01 to 2031-05-09");
    Chromium.checkAccessible(page, javaScript);
    Chromium.checkNarrow(page);
    page.locator("main button").click();
    assertThat(page.locator("h1")).hasText("Changed");
    page.navigate(Chromium.url("/directory/roles/lado"));
    Chromium.checkAccessible(page, javaScript);
  }

  /** What the browser has set is exported, and nothing of it is left to import. */
  private void exportsAndImports(boolean javaScript) throws Exception {
    String data = SharedHubIT.temporary().folder().toString();
    Path file = files.resolve("directory.yaml");
    assertThat(Typed.hub("directory", "export", "--out", file.toString(), "--data", data).code())
        .isZero();
    assertThat(Files.readString(file)).contains("leave: [{firstDay: 2031-05-01");
    Typed same = Typed.hub("directory", "import", file.toString(), "--dry-run", "--data", data);
    assertThat(same.out()).contains("has this directory already");
    String tables = files.resolve("tables").toString();
    Typed.hub("directory", "export", "--out", file.toString(), "--csv", tables, "--data", data);
    Typed again = Typed.hub("directory", "import", tables, "--dry-run", "--data", data);
    assertThat(again.out()).contains("has this directory already");
    Files.writeString(
        file,
        Files.readString(file)
            .replaceFirst(
                "name: Ottoline [A-Z][a-z]*",
                "name: Ottoline " + (javaScript ? "Perch" : "Roach")));
    Typed imported =
        Typed.hub(
            "directory",
            "import",
            file.toString(),
            "--yes",
            "--reason",
            "A wedding",
            "--data",
            data);
    assertThat(imported.out())
        .contains("the name of p-analyst: Ottoline ", "of the directory holds");
    assertThat(imported.code()).isZero();
  }
}
