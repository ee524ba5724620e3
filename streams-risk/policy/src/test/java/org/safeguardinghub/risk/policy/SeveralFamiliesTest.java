package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.policy.Told.told;

import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.event.Assertion;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.event.SubjectRole;
import org.safeguardinghub.risk.policy.finding.Finding;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;

/**
 * P03: four incidents from three agency families in ninety days, and the primitives that it shares
 * with the others.
 */
final class SeveralFamiliesTest {
  private static final Told SCHOOL = told("EDU-NEG-01", "2026-01-14T09:10");
  private static final Told HOSPITAL = told("HOS-WNB-02", "2026-01-28T14:00");
  private static final Told HOUSING = told("HSG-DIS-01", "2026-02-05T10:30");
  private static final Told SCHOOL_AGAIN = told("EDU-NEG-02", "2026-02-12T08:55");

  @Test
  void fourIncidentsFromThreeFamiliesRaise() {
    Story story =
        Story.child()
            .given(SCHOOL, HOSPITAL, HOUSING, SCHOOL_AGAIN)
            .then("2026-02-12 P03 raised S3");

    Finding finding = story.only("P03");
    assertThat(finding.evidenceIds())
        .containsExactlyInAnyOrder(
            SCHOOL.event().eventId(),
            HOSPITAL.event().eventId(),
            HOUSING.event().eventId(),
            SCHOOL_AGAIN.event().eventId());
    assertThat(finding.because())
        .isEqualTo(
            "4 incidents of level 2 or higher in 90 days, from 3 agency families (Education and early years; "
                + "Health; Housing): the first on 14 January 2026 and the last on 12 February 2026. Each agency saw "
                + "only its own part.");
    assertThat(finding.children()).containsExactly("c-rowan");
  }

  @Test
  void threeIncidentsAreTooFew() {
    Story.child().given(SCHOOL, HOSPITAL, HOUSING).thenNothing();
  }

  @Test
  void twoFamiliesAreTooFew() {
    Story.child()
        .given(SCHOOL, HOSPITAL, SCHOOL_AGAIN, told("HOS-WNB-02", "2026-02-20T09:00"))
        .thenNothing();
  }

  @Test
  void levelOneDoesNotCount() {
    Story.child()
        .given(SCHOOL, HOSPITAL, HOUSING, told("EDU-NEG-02", "2026-02-12T08:55").level(1))
        .thenNothing();
  }

  @Test
  void theFirstMomentOfTheWindowIsOutsideIt() {
    Story.child()
        .given(SCHOOL, HOSPITAL, HOUSING, told("EDU-NEG-02", "2026-04-14T10:10"))
        .thenNothing();
    // Ninety days of 24 hours end at 10:10 by summer time. One minute less is inside.
    Story.child()
        .given(SCHOOL, HOSPITAL, HOUSING, told("EDU-NEG-02", "2026-04-14T10:09"))
        .then("2026-04-14 P03 raised S3");
  }

  @Test
  void levelThreeFromTwoFamiliesIsUrgent() {
    Story.child()
        .given(
            SCHOOL,
            HOUSING,
            told("DEN-NEG-01", "2026-02-10T10:00"),
            told("EDU-PHY-01", "2026-02-12T08:55"))
        // The unexplained injury also follows hunger: P05.
        .then("2026-02-12 P03 raised S2", "2026-02-12 P05 raised S2");
  }

  @Test
  void levelThreeFromOneFamilyIsNot() {
    Story.child()
        .given(
            SCHOOL,
            HOUSING,
            told("DEN-NEG-01", "2026-02-10T10:00"),
            told("HV-NEG-01", "2026-02-12T08:55"))
        .then("2026-02-12 P03 raised S3");
  }

  @Test
  void aPlanThatWorksLowersIt() {
    Told plan = told("EH-PROT-01", "2026-02-01T12:00").with("planProgress", "positive");
    Story.child()
        .given(SCHOOL, HOSPITAL, plan, HOUSING, SCHOOL_AGAIN)
        .then("2026-02-12 P03 raised S4");
    Told tooLongAgo = told("EH-PROT-01", "2026-01-13T08:55").with("planProgress", "positive");
    Story.child()
        .given(SCHOOL, HOSPITAL, tooLongAgo, HOUSING, SCHOOL_AGAIN)
        .then("2026-02-12 P03 raised S3");
    Told brothers = told("EH-PROT-01", "2026-02-01T12:00").with("planProgress", "positive");
    Story.child()
        .given(SCHOOL, HOSPITAL, brothers.as(SubjectRole.SIBLING), HOUSING, SCHOOL_AGAIN)
        .then("2026-02-12 P03 raised S3");
  }

  @Test
  void processProtectiveHeldBackRetractedAndAdultLaneEventsDoNotCount() {
    String at = "2026-02-12T08:55";
    for (Told silent :
        new Told[] {
          told("EH-ASM-01", at),
          told("EH-PROT-01", at),
          told("EDU-NEG-02", at).heldBack(),
          told("EDU-NEG-02", at).asserted(Assertion.RETRACTED),
          told("EDU-NEG-02", at).asserted(Assertion.UNFOUNDED),
          told("EDU-NEG-02", at).handled(HandlingClass.H5),
          told("EDU-NEG-02", at).as(SubjectRole.PARENT),
          told("EDU-NEG-02", at).as(SubjectRole.SIBLING),
          told("EDU-NEG-02", at).asContext(),
          told("OFS-SET-01", at),
        }) {
      Story.child().given(SCHOOL, HOSPITAL, HOUSING, silent).thenNothing();
    }
  }

  @Test
  void deniedReportsStillCount() {
    Story.child()
        .given(
            SCHOOL,
            HOSPITAL,
            HOUSING,
            told("EDU-NEG-02", "2026-02-12T08:55").asserted(Assertion.DENIED))
        .then("2026-02-12 P03 raised S3");
  }

  @Test
  void aReleasedReportCountsFromThenOn() {
    Told held = told("EDU-NEG-02", "2026-02-12T08:55").heldBack();
    Story.child()
        .given(SCHOOL, HOSPITAL, HOUSING, held)
        .given(
            new TimelineEntry.Released(held.event().eventId(), Told.moment("2026-02-16T10:00")),
            "2026-02-16T10:00")
        .then("2026-02-12 P03 raised S3");
  }

  @Test
  void publicAndSocialCareAreTwoFamilies() {
    Story.child()
        .given(
            told("CSC-PUB-01", "2026-01-14T09:10").with("callerRef", "k-1"),
            told("CSC-PAR-02", "2026-01-20T09:10"),
            told("VCS-CHL-01", "2026-01-25T09:10").with("callerRef", "k-1"),
            HOUSING)
        .then("2026-02-05 P03 raised S3");
  }

  @Test
  void withAnOpenCaseTheWorkerIsToldInstead() {
    Story.child()
        .given(SCHOOL, told("CSC-ASM-01", "2026-01-20T10:00"), HOSPITAL, HOUSING, SCHOOL_AGAIN)
        .then("2026-02-12 P03 notice to allocated worker");
  }

  @Test
  void aClosedCaseMutesNothing() {
    Story.child()
        .given(
            SCHOOL,
            told("CSC-REF-01", "2026-01-20T10:00"),
            told("CSC-REF-02", "2026-01-21T10:00"),
            HOSPITAL,
            HOUSING,
            SCHOOL_AGAIN)
        .then("2026-02-05 P19 raised S2", "2026-02-12 P03 raised S3");
  }

  @Test
  void aCaseWithoutAnyActivityForSixtyDaysMutesNothing() {
    Story.child()
        .given(told("CSC-ASM-01", "2025-12-14T08:55"), SCHOOL, HOSPITAL, HOUSING, SCHOOL_AGAIN)
        .then("2026-02-12 P03 raised S3");
    Story.child()
        .given(told("CSC-ASM-01", "2025-12-14T08:56"), SCHOOL, HOSPITAL, HOUSING, SCHOOL_AGAIN)
        .then("2026-02-12 P03 notice to allocated worker");
  }

  @Test
  void aStrategyDiscussionWithoutEnquiryOpensNothing() {
    Told talk = told("CSC-STR-01", "2026-02-01T10:00").with("s47Initiated", false);
    Story.child()
        .given(SCHOOL, HOSPITAL, talk, HOUSING, SCHOOL_AGAIN)
        .then("2026-02-12 P03 raised S3");
  }

  @Test
  void theOutcomeOfAnAssessmentDecidesWhatStaysOpen() {
    Told started = told("CSC-ASM-01", "2026-01-20T10:00");
    Told nothing = told("CSC-ASM-02", "2026-02-01T10:00").with("outcome", "nfa");
    Told plan = told("CSC-ASM-02", "2026-02-01T10:00").with("outcome", "cin");
    Story.child()
        .given(SCHOOL, started, HOSPITAL, nothing, HOUSING, SCHOOL_AGAIN)
        .then("2026-02-12 P03 raised S3", "2026-02-12 P19 raised S2");
    Story.child()
        .given(SCHOOL, started, HOSPITAL, plan, HOUSING, SCHOOL_AGAIN)
        .then("2026-02-12 P03 notice to allocated worker");
  }

  @Test
  void whoWasToldOnlyAsAWorkerIsNoReasonForSilenceAtTheFrontDoor() {
    Story.child()
        .given(
            SCHOOL,
            told("CSC-ASM-01", "2026-01-20T10:00"),
            HOSPITAL,
            HOUSING,
            SCHOOL_AGAIN,
            told("CSC-REF-02", "2026-02-13T10:00"),
            told("EDU-NEG-02", "2026-02-14T10:00"))
        .then("2026-02-12 P03 notice to allocated worker", "2026-02-14 P03 raised S3");
  }

  @Test
  void aCaseThatIsLearnedLateTurnsTheFindingIntoANotice() {
    Story.child()
        .given(
            SCHOOL,
            HOSPITAL,
            HOUSING,
            SCHOOL_AGAIN,
            told("CSC-ASM-01", "2026-02-10T10:00").received("2026-02-15T10:00"))
        .then(
            "2026-02-12 P03 raised S3",
            "2026-02-12 P03 withdrawn",
            "2026-02-12 P03 notice to allocated worker");
  }

  @Test
  void lateEvidenceRaisesForTheDayOnWhichItHappened() {
    Story story =
        Story.child()
            .given(
                told("EDU-NEG-01", "2026-01-14T09:10"),
                HOSPITAL,
                SCHOOL_AGAIN,
                told("HSG-DIS-01", "2026-02-05T10:30").received("2026-02-25T11:00"))
            .then("2026-02-12 P03 raised S3");
    assertThat(story.only("P03").learnedLate()).isTrue();
    assertThat(story.only("P03").because())
        .endsWith("the last report arrived on 25 February 2026.");
  }

  @Test
  void anEarlierReportThatComesLateKeepsTheIdentityOfTheFinding() {
    Told early = told("GP-WNB-01", "2026-01-10T09:00").received("2026-02-14T09:00");
    Story before = Story.child().given(SCHOOL, HOSPITAL, HOUSING, SCHOOL_AGAIN);
    String first = before.only("P03").id();

    Story after = before.given(early).then("2026-02-12 P03 raised S3");

    assertThat(after.only("P03").id()).isNotEqualTo(first);
    assertThat(after.only("P03").date()).hasToString("2026-02-05");
    assertThat(after.state().published().findings())
        .singleElement()
        .satisfies(
            published -> {
              assertThat(published.findingId()).isEqualTo(first);
              assertThat(published.currentId()).isEqualTo(after.only("P03").id());
            });
  }

  @Test
  void lostEvidenceWithdraws() {
    Story.child()
        .given(
            SCHOOL,
            HOSPITAL,
            HOUSING,
            SCHOOL_AGAIN,
            told("ADM-COR-01", "2026-02-20T09:00")
                .superseding(HOUSING.event().eventId())
                .with("retracts", true))
        .then("2026-02-12 P03 raised S3", "2026-02-12 P03 withdrawn");
  }

  @Test
  void aPassedWindowWithdrawsNothing() {
    Story story =
        Story.child()
            .given(SCHOOL, HOSPITAL, HOUSING, SCHOOL_AGAIN, told("EDU-PROT-01", "2027-09-01T09:00"))
            .then("2026-02-12 P03 raised S3");
    assertThat(story.findings().findings()).hasSize(1);
  }

  @Test
  void aRemandIsAnOpenCaseToo() {
    Story.child()
        .given(told("YJS-REM-01", "2026-01-10T09:00"))
        .given(SCHOOL, HOSPITAL, HOUSING, SCHOOL_AGAIN)
        .then("2026-01-10 L4 notice to owner", "2026-02-05 P03 notice to allocated worker");
  }
}
