package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.policy.Told.told;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.risk.policy.decide.Decision;

/** The worked example of the README, sentence by sentence. */
final class WorkedExampleTest {
  private static final Told HUNGRY = told("EDU-NEG-01", "2026-01-14T09:10");
  private static final Told NOT_BROUGHT = told("HOS-WNB-02", "2026-01-28T14:00");
  private static final Told DAMP = told("HSG-DIS-01", "2026-02-05T10:30");
  private static final Told SOILED = told("EDU-NEG-02", "2026-02-12T08:55");
  private static final Told NOT_BROUGHT_AGAIN = told("HOS-WNB-02", "2026-03-04T09:30");
  private static final Told DENTIST = told("DEN-NEG-01", "2026-03-25T15:00");

  @Test
  void itIsRaisedOnTheDayOnWhichItIsComplete() {
    Story.child().given(HUNGRY, NOT_BROUGHT, DAMP, SOILED).then("2026-02-12 P03 raised S3");
  }

  @Test
  void theHousingReportMayArriveLast() {
    Story.child()
        .given(
            HUNGRY,
            NOT_BROUGHT,
            SOILED,
            told("HSG-DIS-01", "2026-02-05T10:30").received("2026-02-20T09:00"))
        .then("2026-02-12 P03 raised S3");
  }

  @Test
  void theLeadReadsWhatTheReadmeQuotes() throws IOException {
    Story story = Story.child().given(HUNGRY, NOT_BROUGHT, DAMP, SOILED);
    String read = Files.readString(Path.of("README.md")).replace("\n> ", " ");
    assertThat(read).contains(story.only("P03").because());
  }

  @Test
  void anotherMissedAppointmentOnlyUpdatesIt() {
    Story story = Story.child().given(HUNGRY, NOT_BROUGHT, DAMP, SOILED, NOT_BROUGHT_AGAIN);
    assertThat(ofTheJigsaw(story))
        .satisfiesExactly(
            raised -> assertThat(raised).isInstanceOf(Decision.Raise.class),
            updated ->
                assertThat(updated)
                    .isInstanceOfSatisfying(
                        Decision.Update.class,
                        update -> assertThat(update.changed()).containsExactly("evidence")));
  }

  @Test
  void aDentistAtLevelThreeTellsItAgain() {
    Story story =
        Story.child().given(HUNGRY, NOT_BROUGHT, DAMP, SOILED, NOT_BROUGHT_AGAIN, DENTIST);
    assertThat(story.lines())
        .filteredOn(line -> line.contains("P03"))
        .containsExactly("2026-02-12 P03 raised S3", "2026-03-25 P03 re-fire S3");
  }

  @Test
  void withoutTheHousingReportItIsWithdrawn() {
    Story.child()
        .given(
            HUNGRY,
            NOT_BROUGHT,
            DAMP,
            SOILED,
            told("ADM-COR-01", "2026-02-16T09:00")
                .superseding(DAMP.event().eventId())
                .with("retracts", true))
        .then("2026-02-12 P03 raised S3", "2026-02-12 P03 withdrawn");
  }

  private static List<Decision> ofTheJigsaw(Story story) {
    String finding = story.only("P03").id();
    return story.decisions().stream().filter(one -> one.findingId().equals(finding)).toList();
  }
}
