package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.policy.Told.told;

import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.event.SubjectRole;

/** P10: missing often, long, young, or just after arriving alone. */
final class RepeatMissingTest {
  private static Told missing(String at) {
    return told("POL-MIS-01", at);
  }

  private static Told back(String at) {
    return told("POL-MIS-02", at);
  }

  private static final Told INTERVIEW = told("VCS-RHI-01", "2026-03-16T10:00");

  private static Story once() {
    return Story.child()
        .born("2011-01-22")
        .given(missing("2026-03-14T22:00"), back("2026-03-15T11:00"), INTERVIEW);
  }

  private static Told[] again(String at, String back) {
    return new Told[] {
      missing(at), back(back), told("VCS-RHI-01", back.substring(0, 8) + "28T20:00")
    };
  }

  @Test
  void aLaterReportOfTheSameIncidentMayRaiseItsLevel() {
    Story.child()
        .born("2011-01-22")
        .given(
            missing("2026-03-01T22:00").level(2).incident("i-1"),
            told("VCS-RHI-01", "2026-03-02T20:00"),
            missing("2026-03-20T22:00").level(3).incident("i-1"))
        .until("2026-03-20T23:00")
        .then("2026-03-02 P10 raised S2", "2026-03-20 P10 re-fire S2");
  }

  @Test
  void aBrothersReturnEndsNothing() {
    Story.child()
        .born("2011-01-22")
        .given(missing("2026-03-14T22:00"), back("2026-03-15T11:00").as(SubjectRole.SIBLING))
        .until("2026-06-01")
        .then("2026-03-15 P10 raised S2");
  }

  @Test
  void onceIsNotIt() {
    once().until("2026-06-01").thenNothing();
  }

  @Test
  void twiceInTwentyEightDays() {
    once()
        .given(
            missing("2026-04-04T20:30"),
            back("2026-04-05T10:00"),
            told("VCS-RHI-01", "2026-04-06T10:00"))
        .then("2026-04-04 P10 raised S2");
  }

  @Test
  void theWindowIsWithoutItsFirstMoment() {
    // 28 days after 14 March 22:00 are 23:00 by summer time.
    once().given(missing("2026-04-11T23:00")).thenNothing();
    once().given(missing("2026-04-11T22:59")).then("2026-04-11 P10 raised S2");
  }

  @Test
  void threeTimesInNinetyDays() {
    once()
        .given(again("2026-04-25T20:00", "2026-04-26T08:00"))
        .given(missing("2026-06-01T20:00"))
        .then("2026-06-01 P10 raised S2");
  }

  @Test
  void whereaboutsKnownCountHalf() {
    once()
        .given(missing("2026-04-04T20:30").with("whereaboutsKnown", true))
        .until("2026-04-07")
        .thenNothing();
    once()
        .given(
            missing("2026-04-04T20:30").with("whereaboutsKnown", true),
            missing("2026-04-06T20:30").with("whereaboutsKnown", true))
        .then("2026-04-06 P10 raised S2");
  }

  @Test
  void longerThanADayIsFoundByTheClock() {
    Story story = Story.child().born("2011-01-22").given(missing("2026-03-14T22:00"));
    assertThat(story.findings().deadlines())
        .singleElement()
        .satisfies(due -> assertThat(due.dueAt()).isEqualTo(Told.moment("2026-03-15T22:00")));
    story.until("2026-03-15T21:59").thenNothing();
    story.until("2026-03-15T22:00").then("2026-03-15 P10 raised S2");
  }

  @Test
  void backWithinADayStopsThatClock() {
    Story story =
        Story.child()
            .born("2011-01-22")
            .given(missing("2026-03-14T22:00"), back("2026-03-15T22:00"));
    story.until("2026-03-16T22:00").thenNothing();
  }

  @Test
  void aReturnThatIsRecordedLateWithdrawsIt() {
    Story.child()
        .born("2011-01-22")
        .given(missing("2026-03-14T22:00"), back("2026-03-15T11:00").received("2026-03-16T09:00"))
        .then("2026-03-15 P10 raised S2", "2026-03-15 P10 withdrawn");
  }

  @Test
  void aReturnFromAnotherIncidentDoesNotStopIt() {
    Story.child()
        .born("2011-01-22")
        .given(
            missing("2026-03-14T22:00").incident("i-1"),
            told("HOM-MIS-01", "2026-03-14T23:00").incident("i-2").with("whereaboutsKnown", true),
            back("2026-03-15T11:00").incident("i-2"))
        .until("2026-03-16")
        .then("2026-03-15 P10 raised S2");
  }

  @Test
  void onceIsEnoughUnderEleven() {
    Story.child()
        .born("2015-03-15")
        .given(missing("2026-03-14T22:00"))
        .then("2026-03-14 P10 raised S2");
    Story.child().born("2015-03-14").given(missing("2026-03-14T22:00")).thenNothing();
  }

  @Test
  void anUnknownAgeRaisesNothingByItself() {
    Story.child().given(missing("2026-03-14T22:00")).thenNothing();
  }

  @Test
  void withinThreeDaysOfArrivingAloneIsCritical() {
    Story.child()
        .born("2010-01-01")
        .given(told("CSC-UAS-01", "2026-03-12T10:00"), missing("2026-03-14T22:00"))
        .then("2026-03-12 L4 notice to owner", "2026-03-14 P10 raised S1");
    Story.child()
        .born("2010-01-01")
        .given(told("CSC-UAS-01", "2026-03-11T22:00"), missing("2026-03-14T22:00"))
        .then("2026-03-11 L4 notice to owner");
  }

  @Test
  void homeAndPoliceOfOneIncidentAreOne() {
    Story.child()
        .born("2011-01-22")
        .given(
            missing("2026-03-14T22:00").incident("i-1"),
            told("HOM-MIS-01", "2026-03-14T21:00").incident("i-1"),
            back("2026-03-15T08:00").incident("i-1"))
        .thenNothing();
  }
}
