package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.policy.Told.told;

import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.event.SubjectRole;

/** P04: neglect that goes on, from two agency families. */
final class CumulativeNeglectTest {
  private static Told school(String at) {
    return told("EDU-NEG-02", at);
  }

  private static Told nurse(String at) {
    return told("SCN-NEG-01", at);
  }

  private static final Told[] THREE = {
    school("2026-01-10T10:00"), nurse("2026-01-20T10:00"), school("2026-02-01T10:00")
  };

  @Test
  void fourReportsOfTwoFamiliesOverSixWeeks() {
    Story story =
        Story.child()
            .given(THREE)
            .given(nurse("2026-02-21T10:00"))
            .then("2026-02-21 P04 raised S2");
    assertThat(story.only("P04").because())
        .isEqualTo(
            "4 reports of neglect in 180 days, over 42 days from the first on 10 January 2026 to the last on "
                + "21 February 2026, from 2 agency families (Education and early years; Health). It goes on.");
  }

  @Test
  void lessThanSixWeeksAreAnEpisode() {
    Story.child().given(THREE).given(nurse("2026-02-21T09:59")).thenNothing();
  }

  @Test
  void threeReportsAreTooFew() {
    Story.child()
        .given(school("2026-01-10T10:00"), nurse("2026-01-20T10:00"), nurse("2026-03-21T10:00"))
        .thenNothing();
  }

  @Test
  void oneFamilyIsNotEnough() {
    Story.child()
        .given(
            school("2026-01-10T10:00"),
            school("2026-01-20T10:00"),
            told("NUR-NEG-01", "2026-02-01T10:00"),
            school("2026-03-21T10:00"))
        .thenNothing();
  }

  @Test
  void theWindowIsWithoutItsFirstMoment() {
    // 180 days of 24 hours end at 11:00 by summer time.
    Story.child().given(THREE).given(nurse("2026-07-09T11:00")).thenNothing();
    Story.child().given(THREE).given(nurse("2026-07-09T10:59")).then("2026-07-09 P04 raised S2");
  }

  @Test
  void aHomeInDisrepairCountsWhereItAffectsTheChild() {
    Told[] rest = {
      school("2026-01-20T10:00"), school("2026-02-01T10:00"), school("2026-03-21T10:00")
    };
    Told damp = told("HSG-DIS-01", "2026-01-10T10:00");
    Story.child().given(damp).given(rest).thenNothing();
    Story.child()
        .given(told("HSG-DIS-01", "2026-01-10T10:00").with("childImpact", true))
        .given(rest)
        .then("2026-03-21 P04 raised S2");
  }

  @Test
  void echoesAndOneIncidentAreOne() {
    Story.child().given(THREE).given(nurse("2026-02-21T10:00").echoing("unknown")).thenNothing();
    Story.child()
        .given(
            school("2026-01-10T10:00"),
            nurse("2026-01-20T10:00"),
            school("2026-02-01T10:00").incident("i-1"),
            nurse("2026-02-21T10:00").incident("i-1"))
        .thenNothing();
  }

  @Test
  void aProfileThatFindsEveryNeedMetLowersIt() {
    Told met = told("EH-ASM-01", "2026-02-01T12:00").with("gcpWorst", 2);
    Story.child()
        .given(THREE)
        .given(met, nurse("2026-02-21T10:00"))
        .then("2026-02-21 P04 raised S4");
    Told brothers = told("EH-ASM-01", "2026-02-01T12:00").with("gcpWorst", 2);
    Story.child()
        .given(THREE)
        .given(brothers.as(SubjectRole.SIBLING), nurse("2026-02-21T10:00"))
        .then("2026-02-21 P04 raised S2");
    Told notMet = told("EH-ASM-01", "2026-02-01T12:00").with("gcpWorst", 3);
    Story.child()
        .given(THREE)
        .given(notMet, nurse("2026-02-21T10:00"))
        .then("2026-02-21 P04 raised S2");
  }

  @Test
  void aLaterProfileThatSaysOtherwiseHolds() {
    Story.child()
        .given(THREE)
        .given(
            told("EH-ASM-01", "2026-02-01T12:00").with("gcpWorst", 2),
            told("EH-ASM-01", "2026-02-10T12:00").with("gcpWorst", 3),
            nurse("2026-02-21T10:00"))
        .then("2026-02-21 P04 raised S2");
  }

  @Test
  void theProfileSpeaksForNinetyDays() {
    Told met = told("EH-ASM-01", "2026-02-20T12:00").with("gcpWorst", 1);
    // Ninety days of 24 hours end at 13:00 by summer time.
    Story.child()
        .given(THREE)
        .given(met, nurse("2026-05-21T12:59"))
        .then("2026-05-21 P04 raised S4");
    Story.child()
        .given(THREE)
        .given(met, nurse("2026-02-21T10:00"), school("2026-05-21T13:00"))
        .then("2026-02-21 P04 raised S4", "2026-05-21 P04 raised to S2");
  }

  @Test
  void withAnOpenCaseTheWorkerIsTold() {
    Story.child()
        .given(THREE)
        .given(told("CSC-CIN-01", "2026-02-15T10:00"), nurse("2026-02-21T10:00"))
        .then("2026-02-21 P04 notice to allocated worker");
  }

  @Test
  void aRetractionWithdrawsIt() {
    Story.child()
        .given(THREE)
        .given(
            nurse("2026-02-21T10:00").id("last"),
            told("ADM-COR-01", "2026-02-25T10:00").superseding("last").with("retracts", true))
        .then("2026-02-21 P04 raised S2", "2026-02-21 P04 withdrawn");
  }

  /** The second story of the domain reference, as far as neglect goes. */
  @Test
  void rowan() {
    Story story =
        Story.child()
            .given(
                told("EDU-NEG-01", "2026-01-14T09:10"),
                told("HOS-WNB-02", "2026-01-28T14:00"),
                told("HSG-DIS-01", "2026-02-05T10:30").received("2026-02-09T11:00"),
                told("EDU-NEG-02", "2026-02-12T08:55"),
                told("HOS-WNB-02", "2026-03-04T09:30"),
                told("DEN-NEG-01", "2026-03-25T15:00").received("2026-04-01T09:00"),
                told("HOS-WNB-02", "2026-04-17T08:30"),
                told("SCN-NEG-01", "2026-05-13T10:00"),
                told("EDU-NEG-01", "2026-05-21T12:20"),
                told("CSC-REF-01", "2026-05-22T15:40"),
                told("CSC-ASM-01", "2026-05-28T10:00"),
                told("CSC-GCP-01", "2026-06-10T12:00"));
    assertThat(story.lines())
        .filteredOn(line -> line.contains(" P04 "))
        .containsExactly(
            "2026-03-04 P04 raised S2",
            "2026-03-25 P04 re-fire S2",
            "2026-05-21 P04 re-fire S2",
            "2026-06-10 P04 notice to allocated worker");
  }
}
