package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.policy.Told.told;

import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.event.SubjectRole;

/** P19: new concern soon after help ended. */
final class AfterClosingTest {
  private static final Told CLOSED = told("CSC-REF-02", "2026-01-10T10:00");

  private static Told grave(String at) {
    return told("CSC-EMO-01", at);
  }

  private static Told small(String at) {
    return told("EDU-BUL-01", at);
  }

  @Test
  void oneGraveConcernIsEnough() {
    Story story =
        Story.child().given(CLOSED, grave("2026-02-01T10:00")).then("2026-02-01 P19 raised S2");
    assertThat(story.only("P19").because())
        .isEqualTo(
            "Within 90 days after 10 January 2026 (Contact or referral closed: no further action): 1 new, up to "
                + "level 3, from Children's social care; the first on 1 February 2026 and the last on 1 February "
                + "2026.");
    assertThat(story.only("P19").evidenceIds())
        .containsExactlyInAnyOrder(
            CLOSED.event().eventId(), grave("2026-02-01T10:00").event().eventId());
  }

  @Test
  void theEndOfABrothersCaseIsNoEndOfThisChilds() {
    Story.child()
        .given(
            told("CSC-REF-02", "2026-01-10T10:00").as(SubjectRole.SIBLING),
            grave("2026-02-01T10:00"))
        .thenNothing();
  }

  @Test
  void aLesserReportIsNoReasonToTellAgain() {
    // The school's is of a new family, but comes within 14 days.
    Told[] two = {grave("2026-02-01T10:00"), small("2026-02-05T10:00")};
    Story.child()
        .given(CLOSED)
        .given(two)
        .given(small("2026-02-20T10:00").level(1))
        .then("2026-02-01 P19 raised S2");
    Story.child()
        .given(CLOSED)
        .given(two)
        .given(small("2026-02-20T10:00"))
        .then("2026-02-01 P19 raised S2", "2026-02-20 P19 re-fire S2");
  }

  @Test
  void twoSmallerOnesAreEnough() {
    Story.child().given(CLOSED, small("2026-02-01T10:00")).thenNothing();
    Story.child()
        .given(CLOSED, small("2026-02-01T10:00"), small("2026-02-05T10:00"))
        .then("2026-02-05 P19 raised S2");
    Story.child()
        .given(
            CLOSED,
            small("2026-02-01T10:00").incident("i-1"),
            small("2026-02-05T10:00").incident("i-1"))
        .thenNothing();
    Story.child()
        .given(CLOSED, small("2026-02-01T10:00"), small("2026-02-05T10:00").level(1))
        .thenNothing();
  }

  @Test
  void ninetyDaysOfTwentyFourHours() {
    // 90 days after 10 January 10:00 are 11:00 by summer time.
    Story.child().given(CLOSED, grave("2026-04-10T11:00")).thenNothing();
    Story.child().given(CLOSED, grave("2026-04-10T10:59")).then("2026-04-10 P19 raised S2");
  }

  @Test
  void whatHappenedBeforeTheClosureIsNotNew() {
    Story.child()
        .given(CLOSED, grave("2026-01-10T09:59").received("2026-01-20T10:00"))
        .thenNothing();
    Story.child().given(CLOSED, grave("2026-01-10T10:00")).thenNothing();
    Story.child()
        .given(
            small("2026-01-05T10:00").incident("i-1"),
            CLOSED,
            grave("2026-01-20T10:00").incident("i-1"))
        .thenNothing();
    Story.child().given(CLOSED, grave("2026-01-20T10:00").echoing("a call")).thenNothing();
  }

  @Test
  void eachEndOfHelpIsOne() {
    for (String code : new String[] {"CSC-CPP-02", "CSC-CIN-02", "EH-CLS-02"}) {
      Story.child()
          .given(told(code, "2026-01-10T10:00"), grave("2026-02-01T10:00"))
          .then("2026-02-01 P19 raised S2");
    }
    Told nothing = told("CSC-ASM-02", "2026-01-10T10:00").with("outcome", "nfa");
    Story.child().given(nothing, grave("2026-02-01T10:00")).then("2026-02-01 P19 raised S2");
    Told help = told("CSC-ASM-02", "2026-01-10T10:00").with("outcome", "early help");
    Story.child().given(help, grave("2026-02-01T10:00")).thenNothing();
    Told met = told("EH-CLS-01", "2026-01-10T10:00");
    Story.child().given(met, grave("2026-02-01T10:00")).thenNothing();
  }

  @Test
  void aClosureForWantOfEngagementIsNoConcernAfterItself() {
    Story.child()
        .given(told("EH-CLS-02", "2026-01-10T10:00"), small("2026-02-01T10:00"))
        .thenNothing();
  }

  @Test
  void anOpenCaseMutesNothing() {
    Story.child()
        .given(CLOSED, told("CSC-ASM-01", "2026-01-20T10:00"), grave("2026-02-01T10:00"))
        .then("2026-02-01 P19 raised S2");
  }

  @Test
  void severalClosuresAreOneFinding() {
    Story.child()
        .given(
            CLOSED,
            grave("2026-02-01T10:00"),
            told("CSC-CIN-02", "2026-02-03T10:00"),
            grave("2026-02-05T10:00"))
        .then("2026-02-01 P19 raised S2");
  }

  @Test
  void anotherAgencyIsToldAgainAfterAFortnight() {
    Story.child()
        .given(
            CLOSED,
            grave("2026-02-01T10:00"),
            small("2026-02-10T10:00"),
            told("HSG-OVC-01", "2026-02-15T10:00"))
        .then("2026-02-01 P19 raised S2", "2026-02-15 P19 re-fire S2");
  }

  @Test
  void concernsOfHealthAndSchoolAndThenOfSocialCare() {
    Story.child()
        .given(
            told("CSC-CIN-02", "2026-04-29T16:00"),
            told("SCN-NEG-01", "2026-05-13T10:00"),
            told("EDU-PHY-01", "2026-05-20T13:10"),
            told("CSC-GCP-01", "2026-06-10T12:00"))
        .then("2026-05-20 P19 raised S2", "2026-06-10 P19 re-fire S2");
  }

  @Test
  void aRetractedConcernWithdrawsIt() {
    Story.child()
        .given(
            CLOSED,
            grave("2026-02-01T10:00").id("grave"),
            told("ADM-COR-01", "2026-02-05T10:00").superseding("grave").with("retracts", true))
        .then("2026-02-01 P19 raised S2", "2026-02-01 P19 withdrawn");
  }

  @Test
  void whatIsHeardLateMayTellThatAnIncidentBeganBeforeTheEnd() {
    Story story =
        Story.child()
            .given(
                CLOSED,
                grave("2026-02-01T10:00").incident("i-1"),
                grave("2026-02-02T10:00").incident("i-1"))
            .then("2026-02-01 P19 raised S2");
    story
        .given(small("2026-07-01T10:00").level(1), small("2026-07-02T10:00").level(1))
        .given(grave("2025-09-05T10:00").level(1).incident("i-1").received("2026-07-03T10:00"))
        .then("2026-02-01 P19 raised S2", "2026-02-01 P19 withdrawn");
  }
}
