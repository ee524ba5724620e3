package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.policy.Told.told;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.event.SubjectRole;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;

/** P07: repeat or rising domestic abuse, on the household's timeline. */
final class HouseholdAbuseTest {
  private static Told da(int grade, String at) {
    return told(String.format(Locale.ROOT, "POL-DA-%02d", grade), at).of("c-fern").at("h-2");
  }

  @Test
  void threeInAYear() {
    Story.household()
        .given(da(1, "2025-06-01T10:00"), da(1, "2025-11-01T10:00"), da(1, "2026-05-01T10:00"))
        .then("2026-05-01 P07 raised S2");
  }

  @Test
  void theYearIsWithoutItsFirstMoment() {
    Story.household()
        .given(da(1, "2025-06-01T10:00"), da(1, "2025-11-01T10:00"), da(1, "2026-06-01T10:00"))
        .thenNothing();
  }

  @Test
  void twoInThirtyDays() {
    Story.household()
        .given(da(1, "2026-04-01T10:00"), da(1, "2026-04-30T10:00"))
        .then("2026-04-30 P07 raised S2");
    Story.household().given(da(1, "2026-04-01T10:00"), da(1, "2026-05-01T10:00")).thenNothing();
  }

  @Test
  void aGradeThatRisesWithinNinetyDays() {
    Story.household()
        .given(da(1, "2026-02-01T10:00"), da(2, "2026-04-30T10:00"))
        .then("2026-04-30 P07 raised S2");
    Story.household().given(da(1, "2026-02-01T10:00"), da(2, "2026-05-02T11:00")).thenNothing();
    Story.household().given(da(2, "2026-02-01T10:00"), da(1, "2026-04-30T10:00")).thenNothing();
    Story.household()
        .given(told("HV-DA-01", "2026-02-01T10:00"), da(2, "2026-04-30T10:00"))
        .thenNothing();
  }

  @Test
  void twoWithAChildUnderOne() {
    Told[] two = {da(1, "2025-09-01T10:00"), da(1, "2026-05-01T10:00")};
    Story.household().born("c-fern", "2025-05-02").given(two).then("2026-05-01 P07 raised S2");
    Story.household().born("c-fern", "2025-05-01").given(two).thenNothing();
  }

  @Test
  void twoWithAPregnancy() {
    Told[] two = {da(1, "2025-09-01T10:00"), da(1, "2026-05-01T10:00")};
    Story.household()
        .given(told("MAT-UNB-01", "2026-03-01T10:00").as(SubjectRole.UNBORN).of("c-unborn"))
        .given(two)
        .then("2026-05-01 P07 raised S2");
    // The child is born later: at the time it was on the way.
    Story.household().born("c-fern", "2026-07-01").given(two).then("2026-05-01 P07 raised S2");
  }

  @Test
  void aPregnancyThatBecomesKnownCompletesIt() {
    Story.household()
        .given(
            da(1, "2025-09-01T10:00"),
            da(1, "2026-05-01T10:00"),
            told("MAT-UNB-02", "2026-06-01T10:00"))
        .then("2026-06-01 P07 raised S2");
    Told[] two = {da(1, "2025-09-01T10:00"), da(1, "2026-05-01T10:00")};
    Story.household()
        .given(two)
        .given(told("GP-COD-01", "2026-06-01T10:00").as(SubjectRole.UNBORN).of("c-unborn"))
        .then("2026-06-01 P07 raised S2");
  }

  @Test
  void whatHappensToAnUnbornChildTellsOfAPregnancy() {
    Story.household()
        .given(
            da(1, "2025-09-01T10:00"),
            da(1, "2026-05-01T10:00").as(SubjectRole.UNBORN).of("c-unborn"))
        .then("2026-05-01 P07 raised S2");
    // Longer ago than a pregnancy lasts.
    Story.household()
        .given(
            da(1, "2025-07-01T10:00").as(SubjectRole.UNBORN).of("c-unborn"),
            da(1, "2026-05-01T10:00"))
        .thenNothing();
  }

  @Test
  void aBirthCompletesIt() {
    Told[] two = {da(1, "2025-09-01T10:00"), da(1, "2026-05-01T10:00")};
    Told birth = told("MAT-BIR-01", "2026-08-20T10:00").of("c-new");
    Story.household().given(two).given(birth).then("2026-08-20 P07 raised S2");
    // The first of the two is more than a year ago by then.
    Told later = told("MAT-BIR-01", "2026-09-02T10:00").of("c-new");
    Story.household().given(two).given(later).thenNothing();
  }

  @Test
  void highGradeStrangulationAndWeaponAreCritical() {
    Story.household()
        .given(da(1, "2026-04-01T10:00"), da(3, "2026-04-20T10:00"))
        .then("2026-04-20 P07 raised S1");
    Story.household()
        .given(da(1, "2026-04-01T10:00"), da(1, "2026-04-20T10:00").with("strangulation", true))
        .then("2026-04-20 P07 raised S1");
    Story.household()
        .given(da(1, "2026-04-01T10:00").with("weapon", true), da(1, "2026-04-20T10:00"))
        .then("2026-04-20 P07 raised S1");
  }

  @Test
  void whatIsCriticalIsToldAgainWithoutWaiting() {
    Story.household()
        .given(
            da(1, "2026-04-01T10:00"),
            da(3, "2026-04-20T10:00"),
            told("HSG-DA-01", "2026-04-22T10:00").of("c-fern").at("h-2"))
        .then("2026-04-20 P07 raised S1", "2026-04-22 P07 re-fire S1");
  }

  @Test
  void whileThePerpetratorIsAwayItWaitsAndAReleaseArmsItAgain() {
    Story.household()
        .given(
            da(1, "2026-04-01T10:00"),
            da(1, "2026-04-20T10:00").with("perpetratorAway", true),
            told("PRB-DA-01", "2026-04-25T10:00").of("c-fern").at("h-2"))
        .then("2026-04-20 P07 raised S3", "2026-04-25 P07 raised to S2");
  }

  @Test
  void echoesAndOneIncidentAreOne() {
    Story.household()
        .given(
            da(2, "2026-04-01T10:00").incident("i-1"),
            told("HV-DA-01", "2026-04-03T10:00").incident("i-1"),
            told("POL-ENC-01", "2026-04-02T08:00").of("c-fern"),
            told("EDU-DA-01", "2026-04-02T10:00").of("c-fern"))
        .thenNothing();
  }

  @Test
  void anOpenCaseDoesNotMuteIt() {
    Story.household()
        .given(
            told("CSC-REF-01", "2026-03-01T10:00"),
            da(1, "2026-04-01T10:00"),
            da(1, "2026-04-30T10:00"))
        .then("2026-04-30 P07 raised S2");
  }

  @Test
  void everyChildOfTheHouseholdIsNamedOnce() {
    Story story =
        Story.household()
            .given(
                da(1, "2026-04-01T10:00"),
                da(1, "2026-04-20T10:00").of("c-rowan"),
                told("EDU-PROT-01", "2026-04-21T10:00").of("c-rowan"))
            .given(
                new TimelineEntry.HouseholdMember("h-2", "c-moss", null, null, Instant.EPOCH),
                "2026-04-22");
    assertThat(story.only("P07").children()).containsExactly("c-fern", "c-moss", "c-rowan");
    story.given(
        new TimelineEntry.HouseholdMember(
            "h-2", "c-moss", null, Told.moment("2026-01-01"), Told.moment("2026-04-23")),
        "2026-04-23");
    assertThat(story.only("P07").children()).containsExactly("c-fern", "c-rowan");
  }

  @Test
  void aRegradeThatLowersTheGradeWithdrawsARise() {
    Story.household()
        .given(
            da(1, "2026-02-01T10:00"),
            da(2, "2026-04-20T10:00").id("second"),
            told("ADM-COR-01", "2026-04-25T10:00")
                .superseding("second")
                .with("regrade", "POL-DA-01/2"))
        .then("2026-04-20 P07 raised S2", "2026-04-20 P07 withdrawn");
  }
}
