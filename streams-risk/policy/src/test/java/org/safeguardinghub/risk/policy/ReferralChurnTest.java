package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.policy.Told.told;

import org.junit.jupiter.api.Test;

/** P18: referral after referral is closed. */
final class ReferralChurnTest {
  private static Told closed(String at, String referrer) {
    return told("CSC-REF-02", at).with("referrerRef", referrer);
  }

  @Test
  void threeInAYearFromTwoReferrers() {
    Story story =
        Story.child()
            .given(
                closed("2025-06-01T10:00", "r-1").with("reason", "THR"),
                closed("2025-12-01T10:00", "r-2").with("reason", "CON"))
            .thenNothing()
            .given(closed("2026-05-01T10:00", "r-1").with("reason", "THR"))
            .then("2026-05-01 P18 raised S2");
    assertThat(story.only("P18").because())
        .isEqualTo(
            "3 referrals were closed without action in 365 days, the first on 1 June 2025 and the last on 1 May "
                + "2026; they came from 2 different referrers. Reasons given: CON; THR.");
  }

  @Test
  void theYearIsWithoutItsFirstMoment() {
    Story.child()
        .given(
            closed("2025-06-01T10:00", "r-1"),
            closed("2025-12-01T10:00", "r-2"),
            closed("2026-06-01T10:00", "r-1"))
        .thenNothing();
    Story.child()
        .given(
            closed("2025-06-01T10:00", "r-1"),
            closed("2025-12-01T10:00", "r-2"),
            closed("2026-06-01T09:59", "r-1"))
        .then("2026-06-01 P18 raised S2");
  }

  @Test
  void oneReferrerIsEnoughWithinHalfAYear() {
    Story story =
        Story.child()
            .given(
                closed("2026-01-10T10:00", "r-1"),
                closed("2026-03-01T10:00", "r-1"),
                closed("2026-07-09T10:59", "r-1"))
            .then("2026-07-09 P18 raised S2");
    assertThat(story.only("P18").because()).contains("they came from one referrer");
    // 180 days after 10 January 10:00 are 11:00 by summer time.
    Story.child()
        .given(
            closed("2026-01-10T10:00", "r-1"),
            closed("2026-03-01T10:00", "r-1"),
            closed("2026-07-09T11:00", "r-1"))
        .thenNothing();
  }

  @Test
  void theReferralSaysWhoReferredWhereTheClosureDoesNot() {
    Story.child()
        .given(
            told("CSC-REF-01", "2025-06-01T09:00").with("referrerRef", "r-1"),
            told("CSC-REF-02", "2025-06-01T10:00"),
            told("CSC-REF-01", "2025-12-01T09:00").with("referrerRef", "r-2"),
            told("CSC-ASM-02", "2025-12-01T10:00").with("outcome", "nfa"),
            told("CSC-REF-02", "2026-05-01T10:00"))
        .then("2026-05-01 P18 raised S2");
  }

  @Test
  void whoeverReferredUnknownIsNoSecondReferrer() {
    Story.child()
        .given(
            closed("2025-06-01T10:00", "r-1"),
            told("CSC-REF-02", "2025-12-01T10:00"),
            told("CSC-REF-02", "2026-05-01T10:00"))
        .thenNothing();
    Story story =
        Story.child()
            .given(
                told("CSC-REF-02", "2026-01-10T10:00"),
                told("CSC-REF-02", "2026-02-10T10:00"),
                told("CSC-REF-02", "2026-03-10T10:00"))
            .then("2026-03-10 P18 raised S2");
    assertThat(story.only("P18").because())
        .endsWith("they came from referrers that are not known. Reasons given: not given.");
  }

  @Test
  void anAssessmentThatLeadsToHelpIsNoClosure() {
    Story.child()
        .given(
            closed("2026-01-10T10:00", "r-1"),
            closed("2026-02-10T10:00", "r-2"),
            told("CSC-ASM-02", "2026-03-10T10:00").with("outcome", "cin"),
            told("CSC-ASM-02", "2026-03-11T10:00"))
        .thenNothing();
  }

  @Test
  void closuresOfOneIncidentAreOne() {
    Story.child()
        .given(
            closed("2026-01-10T10:00", "r-1"),
            closed("2026-02-10T10:00", "r-2").incident("i-1"),
            closed("2026-02-11T10:00", "r-2").incident("i-1"))
        .thenNothing();
  }

  @Test
  void itIsToldAgainAfterThreeMore() {
    Story.child()
        .given(
            closed("2026-01-10T10:00", "r-1"),
            closed("2026-01-20T10:00", "r-1"),
            closed("2026-02-10T10:00", "r-2"),
            closed("2026-03-10T10:00", "r-2"),
            closed("2026-04-10T10:00", "r-2"),
            closed("2026-05-10T10:00", "r-2"))
        .then("2026-02-10 P18 raised S2", "2026-05-10 P18 re-fire S2");
  }
}
