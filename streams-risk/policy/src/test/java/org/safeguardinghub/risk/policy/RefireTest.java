package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.policy.Told.told;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.risk.policy.finding.Finding;

/** When a standing finding is told again, shown on P03. */
final class RefireTest {
  private static Story raised() {
    return Story.child()
        .given(
            told("EDU-NEG-01", "2026-01-14T09:00"),
            told("HOS-WNB-02", "2026-01-28T09:00"),
            told("HSG-DIS-01", "2026-02-05T09:00"),
            told("EDU-NEG-02", "2026-02-12T09:00"));
  }

  private static final String RAISED = "2026-02-12 P03 raised S3";

  @Test
  void oneMoreOfTheSameIsNotToldAgain() {
    // By then neglect has gone on for six weeks: P04.
    raised().given(told("EDU-NEG-02", "2026-03-10T09:00")).then(RAISED, "2026-03-10 P04 raised S2");
  }

  @Test
  void aNewFamilyIs() {
    raised().given(told("EH-CLS-02", "2026-03-10T09:00")).then(RAISED, "2026-03-10 P03 re-fire S3");
  }

  @Test
  void aHigherLevelIs() {
    raised()
        .given(told("DEN-NEG-01", "2026-03-10T09:00"))
        .then(RAISED, "2026-03-10 P03 re-fire S3", "2026-03-10 P04 raised S2");
  }

  @Test
  void threeMoreIncidentsAre() {
    raised()
        .given(
            told("EDU-NEG-02", "2026-02-20T09:00"),
            told("HOS-WNB-02", "2026-02-28T09:00"),
            told("EDU-NEG-02", "2026-03-10T09:00"))
        // Three missed appointments would be P06; these are two.
        .then(RAISED, "2026-02-28 P04 raised S2", "2026-03-10 P03 re-fire S3");
  }

  @Test
  void atMostOnceInFourteenDays() {
    raised().given(told("EH-CLS-02", "2026-02-26T08:59")).then(RAISED);
    raised().given(told("EH-CLS-02", "2026-02-26T09:00")).then(RAISED, "2026-02-26 P03 re-fire S3");
  }

  @Test
  void aRiseOfSeverityDoesNotWait() {
    raised()
        .given(told("DEN-NEG-01", "2026-02-13T09:00"), told("POL-NEG-01", "2026-02-14T09:00"))
        .then(RAISED, "2026-02-14 P03 raised to S2");
  }

  @Test
  void aSpellThatSharesNothingWithTheLastIsAFindingOfItsOwn() {
    raised()
        .given(
            told("EDU-NEG-01", "2027-01-14T09:00"),
            told("HOS-WNB-02", "2027-01-28T09:00"),
            told("HSG-DIS-01", "2027-02-05T09:00"),
            told("EDU-NEG-02", "2027-02-12T09:00"))
        .then(RAISED, "2027-02-12 P03 raised S3");
  }

  @Test
  void whatStandsForYearsRestsOnWhatItWasToldOnLately() {
    Story story = raised();
    String id = story.only("P03").id();
    LocalDate day = LocalDate.parse("2026-02-20");
    for (int week = 0; week < 100; week++) {
      String type = List.of("EDU-NEG-02", "HOS-WNB-02", "HSG-DIS-01").get(week % 3);
      story.given(told(type, day.plusWeeks(week) + "T09:00"));
    }
    Finding finding = story.only("P03");
    assertThat(finding.id()).isEqualTo(id);
    assertThat(finding.firings().getFirst().date()).isEqualTo(LocalDate.parse("2026-02-12"));
    assertThat(finding.firings()).hasSizeGreaterThan(30);
    // Three weeks between two firings, and the ninety days before the first of the last two.
    assertThat(finding.evidence())
        .hasSizeBetween(14, 20)
        .allMatch(evidence -> evidence.occurredAt().isAfter(Told.moment("2027-09-01")));
  }

  /** What a worker is told is told too: a finding does not grow as long as a case is open. */
  @Test
  void whatStandsWhileACaseIsOpenRestsOnWhatItsWorkerWasToldLately() {
    Story story = raised();
    String id = story.only("P03").id();
    Finding before = story.only("P03");
    LocalDate day = LocalDate.parse("2026-02-20");
    for (int week = 0; week < 100; week++) {
      String type = List.of("EDU-NEG-02", "HOS-WNB-02", "HSG-DIS-01").get(week % 3);
      story.given(told("CSC-ASM-01", day.plusWeeks(week) + "T08:00"));
      story.given(told(type, day.plusWeeks(week) + "T09:00"));
    }
    Finding finding = story.only("P03");
    assertThat(finding.id()).isEqualTo(id);
    assertThat(finding.firings()).isEqualTo(before.firings());
    assertThat(finding.because()).isEqualTo(before.because());
    // What it was raised on explains it; the rest is what the worker was told lately.
    assertThat(finding.evidenceIds()).containsAll(before.firings().getLast().evidence());
    assertThat(finding.evidence())
        .hasSizeBetween(14, 30)
        .filteredOn(evidence -> !before.evidenceIds().contains(evidence.eventId()))
        .allMatch(evidence -> evidence.occurredAt().isAfter(Told.moment("2027-09-01")));
  }

  @Test
  void workersAreToldByTheSameRule() {
    Story.child()
        .given(
            told("CSC-ASM-01", "2026-01-10T09:00"),
            told("EDU-NEG-01", "2026-01-14T09:00"),
            told("HOS-WNB-02", "2026-01-28T09:00"),
            told("HSG-DIS-01", "2026-02-05T09:00"),
            told("EDU-NEG-02", "2026-02-12T09:00"),
            told("EH-CLS-02", "2026-02-20T09:00"),
            told("EDU-NEG-02", "2026-02-27T09:00"))
        .then(
            "2026-02-12 P03 notice to allocated worker",
            "2026-02-27 P03 notice to allocated worker",
            "2026-02-27 P04 notice to allocated worker");
  }
}
