package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.policy.Told.told;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.event.SubjectRole;
import org.safeguardinghub.risk.policy.finding.Deadline;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;

/** P30: nobody decides on a referral. */
final class ReferralDecisionTest {
  // The Friday before a bank holiday.
  private static final Told REFERRAL = told("CSC-REF-01", "2026-05-22T15:40");
  private static final String UNDECIDED = "2026-05-26 P30 raised S2";

  private static Told closed(String at) {
    return told("CSC-REF-02", at);
  }

  @Test
  void oneWorkingDayOverABankHoliday() {
    Story story = Story.child().given(REFERRAL).until("2026-05-26T23:59").thenNothing();
    story.until("2026-05-27T00:00").then(UNDECIDED);
    assertThat(story.only("P30").because())
        .isEqualTo(
            "A referral of level 3 was received on 22 May 2026. No decision on it was recorded within 1 working "
                + "day, by the end of 26 May 2026.");
  }

  @Test
  void aReferralOfAWeekendOrAHolidayHasTheWorkingDayAfterIt() {
    Story.child().given(told("CSC-REF-01", "2026-05-25T10:00")).until("2026-06-01").then(UNDECIDED);
    Story.child().given(told("CSC-REF-01", "2026-05-23T10:00")).until("2026-06-01").then(UNDECIDED);
    Story.child()
        .given(told("CSC-REF-01", "2026-12-24T10:00"))
        .until("2027-01-01")
        .then("2026-12-29 P30 raised S2");
  }

  @Test
  void aWorkingDayEndsAtTheLocalMidnightOnBothSidesOfEachChangeOfTheClocks() {
    assertThat(due("2026-03-27T10:00")).isEqualTo(Told.moment("2026-03-31T00:00"));
    assertThat(due("2026-10-23T10:00")).isEqualTo(Told.moment("2026-10-27T00:00"));
    // Half past midnight in summer is still the day before by universal time.
    assertThat(due("2026-06-09T00:30")).isEqualTo(Told.moment("2026-06-11T00:00"));
  }

  private static Instant due(String received) {
    return Story.child().given(told("CSC-REF-01", received)).findings().deadlines().stream()
        .map(Deadline::dueAt)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aDecisionInTimeStopsIt() {
    Story.child().given(REFERRAL, closed("2026-05-26T23:59")).until("2026-06-01").thenNothing();
    Story.child()
        .given(REFERRAL, told("CSC-UNB-01", "2026-05-22T15:40"))
        .until("2026-06-01")
        .thenNothing();
    Story.child().given(REFERRAL, closed("2026-05-27T00:00")).then(UNDECIDED);
    Story.child().given(closed("2026-05-22T15:39"), REFERRAL).until("2026-06-01").then(UNDECIDED);
    Story.child()
        .given(REFERRAL, told("CSC-VIS-01", "2026-05-23T10:00"))
        .until("2026-06-01")
        .then(UNDECIDED);
  }

  @Test
  void aDecisionThatIsRecordedLateWithdrawsIt() {
    Story.child()
        .given(REFERRAL, closed("2026-05-26T12:00").received("2026-05-28T10:00"))
        .then(UNDECIDED, "2026-05-26 P30 withdrawn");
  }

  @Test
  void atTheHighestLevelFourHours() {
    Told urgent = told("CSC-REF-01", "2026-05-22T15:40").level(4);
    Story story = Story.child().given(urgent).until("2026-05-22T19:39").thenNothing();
    story.until("2026-05-22T19:40").then("2026-05-22 P30 raised S1");
    story.until("2026-06-01").then("2026-05-22 P30 raised S1");
    Story.child().given(urgent, closed("2026-05-22T19:40")).until("2026-06-01").thenNothing();
    // Clock hours, in the night in which the clocks go forward too.
    Story.child()
        .given(told("CSC-REF-01", "2026-03-29T00:30").level(4))
        .until("2026-03-29T05:29")
        .thenNothing()
        .until("2026-03-29T05:30")
        .then("2026-03-29 P30 raised S1");
  }

  @Test
  void aLowerLevelHasNoClock() {
    Story.child()
        .given(told("CSC-REF-01", "2026-05-22T15:40").level(2))
        .until("2026-06-01")
        .thenNothing();
  }

  @Test
  void aReferralThatRepeatsAReportHasItsClock() {
    Story.child()
        .given(told("CSC-REF-01", "2026-05-22T15:40").echoing("a police notice"))
        .until("2026-06-01")
        .then(UNDECIDED);
  }

  @Test
  void eachReferralIsAFindingOfItsOwn() {
    Story.child()
        .given(REFERRAL, told("CSC-REF-01", "2026-05-26T10:00"))
        .until("2026-06-01")
        .then(UNDECIDED, "2026-05-27 P30 raised S2");
  }

  @Test
  void anotherChildsReferralIsNotThisOnes() {
    Story.child()
        .given(told("CSC-REF-01", "2026-05-22T15:40").asContext())
        .given(told("CSC-REF-01", "2026-05-22T15:50").as(SubjectRole.SIBLING))
        .until("2026-06-01")
        .thenNothing();
  }

  @Test
  void notRequiredStopsIt() {
    Story story = Story.child().given(REFERRAL);
    String id = story.findings().deadlines().getFirst().id();
    story
        .given(
            new TimelineEntry.NotRequired(id, "sent twice", Told.moment("2026-05-23")),
            "2026-05-23")
        .until("2026-09-01")
        .thenNothing();
  }
}
