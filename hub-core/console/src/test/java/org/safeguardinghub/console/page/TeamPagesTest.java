package org.safeguardinghub.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.console.alert.Reader;
import org.safeguardinghub.console.people.DirectoryFile;
import org.safeguardinghub.console.people.LeadDirectory;
import org.safeguardinghub.console.testing.MemoryAlerts;
import org.safeguardinghub.console.testing.Samples;

final class TeamPagesTest {
  private static final LeadDirectory DIRECTORY = DirectoryFile.shipped();

  private final MemoryAlerts store = new MemoryAlerts();
  private final TeamPages pages = new TeamPages(store, DIRECTORY);

  TeamPagesTest() {
    Samples.fill(store);
  }

  private Optional<TeamPage> page(String person) {
    return pages.page(Reader.of(DIRECTORY, person), Samples.NOW);
  }

  @Test
  void aManagerSeesWhatWaitsBelowWithWhomAndForHowLong() {
    TeamPage page = page("p-service-manager").orElseThrow();

    assertThat(page.summary()).isEqualTo("3 alerts wait for an answer, 1 of them overdue.");
    assertThat(page.burdens())
        .first()
        .satisfies(
            burden -> {
              assertThat(burden.who()).isEqualTo("Rufus Penhallow, LA missing co-ordinator");
              assertThat(burden.overdue()).isOne();
            });
    assertThat(page.longest()).extracting(TeamPage.Waiting::path).containsOnly(Optional.empty());
  }

  @Test
  void rolesThatDoNotGoUpToTheReaderAreNotShown() {
    assertThat(page("p-police-mash").orElseThrow())
        .isEqualTo(
            new TeamPage(
                "Nothing waits for an answer below you.", List.of(), List.of(), List.of()));
  }

  @Test
  void whatWasAgreedAndIsOverdueIsShownByWhoIsToDoItAndWithoutWhatItIs() {
    store.put(Samples.with(Samples.neglect(), Samples.minutes()));

    TeamPage page = page("p-service-manager").orElseThrow();

    assertThat(page.overduePlans())
        .containsExactly(
            new TeamPage.OverduePlan(
                "Named nurse", "overdue, was due today 09:15", "Marigold Thistleby, MASH manager"));
    assertThat(page.toString()).doesNotContain("Nurse visit");
    assertThat(page("p-police-mash").orElseThrow().overduePlans()).isEmpty();
  }

  @Test
  void whoeverStandsAboveNobodyHasNoSuchPage() {
    assertThat(page("p-dsl-tumbledown")).isEmpty();
    assertThat(page("p-analyst")).isEmpty();
  }
}
