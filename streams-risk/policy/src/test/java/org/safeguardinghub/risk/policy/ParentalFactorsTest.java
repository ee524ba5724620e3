package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.policy.Told.told;

import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.event.SubjectRole;

/** P08: domestic abuse, mental ill health and substance misuse in one household. */
final class ParentalFactorsTest {
  private static Told home(String code, String at) {
    return told(code, at).of("c-fern").at("h-2");
  }

  private static Told abuse(String at) {
    return home("POL-DA-01", at);
  }

  private static Told illness(String at) {
    return home("GP-PAR-01", at);
  }

  private static Told substance(String at) {
    return home("POL-SUB-01", at);
  }

  private static Story schoolAge() {
    return Story.household().born("c-fern", "2016-01-01");
  }

  @Test
  void allThreeInAYear() {
    Story story =
        schoolAge()
            .given(
                abuse("2025-08-01T10:00"),
                illness("2026-01-01T10:00"),
                substance("2026-04-01T10:00"))
            .then("2026-04-01 P08 raised S3");
    assertThat(story.only("P08").because())
        .isEqualTo(
            "All of these were reported about this household in 365 days: domestic abuse (1), parental mental ill "
                + "health (1), parental substance misuse (1); from Health; Police, the first on 1 August 2025 and "
                + "the last on 1 April 2026. Each agency may know of one only.");
    assertThat(story.only("P08").evidence()).hasSize(3);
  }

  @Test
  void twoOfThemAreNot() {
    schoolAge()
        .given(abuse("2026-01-01T10:00"), illness("2026-02-01T10:00"), illness("2026-03-01T10:00"))
        .thenNothing();
  }

  @Test
  void theYearIsWithoutItsFirstMoment() {
    Told[] two = {substance("2025-06-01T10:00"), illness("2026-01-01T10:00")};
    schoolAge().given(two).given(abuse("2026-06-01T10:00")).thenNothing();
    schoolAge().given(two).given(abuse("2026-06-01T09:59")).then("2026-06-01 P08 raised S3");
  }

  @Test
  void aChildUnderTwoRaisesIt() {
    Told[] three = {
      abuse("2026-01-01T10:00"), illness("2026-02-01T10:00"), substance("2026-04-01T10:00")
    };
    Story.household().born("c-fern", "2024-04-02").given(three).then("2026-04-01 P08 raised S2");
    Story.household().born("c-fern", "2024-04-01").given(three).then("2026-04-01 P08 raised S3");
  }

  @Test
  void aChildOfUnknownAgeRaisesNothingAndTheFindingSaysSo() {
    Story story =
        Story.household()
            .given(
                abuse("2026-01-01T10:00"),
                illness("2026-02-01T10:00"),
                substance("2026-04-01T10:00"))
            .then("2026-04-01 P08 raised S3");
    assertThat(story.only("P08").notKnown()).anyMatch(text -> text.contains("age is not known"));
  }

  @Test
  void anUnbornChildRaisesItEvenWhenLearnedLater() {
    Told pregnant =
        told("MAT-UNB-01", "2026-04-10T10:00").as(SubjectRole.UNBORN).of("c-unborn").at("h-2");
    schoolAge()
        .given(abuse("2026-01-01T10:00"), illness("2026-02-01T10:00"))
        .given(substance("2026-04-01T10:00"), pregnant)
        .then("2026-04-01 P08 raised S3", "2026-04-10 P08 raised to S2");
    schoolAge()
        .given(abuse("2026-01-01T10:00"), illness("2026-02-01T10:00"))
        .given(substance("2026-04-01T10:00").as(SubjectRole.UNBORN).of("c-unborn"))
        .then("2026-04-01 P08 raised S2");
    schoolAge()
        .born("c-moss", "2026-07-01")
        .given(
            abuse("2026-01-01T10:00"),
            illness("2026-02-01T10:00").of("c-moss"),
            substance("2026-04-01T10:00"))
        .then("2026-04-01 P08 raised S2");
  }

  @Test
  void aParentWhoIsEngagedInTreatmentDoesNotCount() {
    schoolAge()
        .given(
            abuse("2026-01-01T10:00"),
            illness("2026-02-01T10:00").with("treatment", "engaged"),
            substance("2026-04-01T10:00"))
        .thenNothing();
    for (String state : new String[] {"active", "untreated", "disengaged", "relapse"}) {
      schoolAge()
          .given(
              abuse("2026-01-01T10:00"),
              illness("2026-02-01T10:00").with("treatment", state),
              substance("2026-04-01T10:00"))
          .then("2026-04-01 P08 raised S3");
    }
  }

  @Test
  void treatmentLowersItForSixtyDays() {
    Told[] before = {
      illness("2026-01-01T10:00"),
      substance("2026-02-01T10:00"),
      home("ADU-SUB-01", "2026-03-01T10:00").with("treatment", "engaged")
    };
    // Sixty days of 24 hours end at 11:00 by summer time.
    Story.household()
        .born("c-fern", "2025-04-01")
        .given(before)
        .given(abuse("2026-04-30T10:59"))
        .then("2026-04-30 P08 raised S4");
    schoolAge().given(before).given(abuse("2026-04-30T11:00")).then("2026-04-30 P08 raised S3");
  }

  @Test
  void echoesAndNoticesAreNoFactors() {
    schoolAge()
        .given(
            home("POL-ENC-01", "2026-01-01T10:00"),
            home("EDU-DA-01", "2026-01-02T10:00"),
            home("PRB-DA-01", "2026-01-03T10:00"),
            abuse("2026-01-04T10:00").echoing("unknown"),
            illness("2026-02-01T10:00"),
            substance("2026-04-01T10:00"))
        .then("2026-01-06 P33 notice to identity steward");
  }

  @Test
  void severalFactorsOfOneIncidentAreAllEvidence() {
    Story story =
        schoolAge()
            .given(
                abuse("2026-04-01T10:00").incident("i-1"),
                substance("2026-04-01T11:00").incident("i-1"),
                illness("2026-04-02T10:00"))
            .then("2026-04-02 P08 raised S3");
    assertThat(story.only("P08").evidence()).hasSize(3);
  }

  @Test
  void aNewFamilyIsToldAgainAfterAFortnight() {
    schoolAge()
        .given(
            abuse("2026-01-01T10:00"),
            illness("2026-02-01T10:00"),
            substance("2026-04-01T10:00"),
            home("ADU-MH-01", "2026-04-15T10:00"))
        .then("2026-04-01 P08 raised S3", "2026-04-15 P08 re-fire S3");
  }

  @Test
  void aRetractionWithdrawsIt() {
    schoolAge()
        .given(
            abuse("2026-01-01T10:00"),
            illness("2026-02-01T10:00").id("gp"),
            substance("2026-04-01T10:00"),
            home("ADM-COR-01", "2026-04-05T10:00").superseding("gp").with("retracts", true))
        .then("2026-04-01 P08 raised S3", "2026-04-01 P08 withdrawn");
  }
}
