package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.policy.Told.told;

import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.event.SubjectRole;
import org.safeguardinghub.risk.policy.finding.Deadline;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;

/** P11: a return interview within 72 hours of coming back. */
final class ReturnInterviewTest {
  private static Told back(String at) {
    return told("POL-MIS-02", at);
  }

  private static Told interview(String at) {
    return told("VCS-RHI-01", at);
  }

  private static Told declined(String at) {
    return told("VCS-RHI-02", at);
  }

  @Test
  void theClockRunsOutAfterSeventyTwoHoursWhateverArrives() {
    Story story =
        Story.child().given(back("2026-04-06T20:15")).until("2026-04-09T20:14").thenNothing();
    story.until("2026-04-09T20:15").then("2026-04-09 P11 raised S3");
    assertThat(story.only("P11").because())
        .isEqualTo(
            "The child came back on 6 April 2026. No return interview was held or offered within 72 hours, by "
                + "9 April 2026 at 20:15.");
  }

  @Test
  void aBrothersReturnAndInterviewAreHisOwn() {
    Story.child()
        .given(back("2026-04-06T20:15").as(SubjectRole.SIBLING))
        .until("2026-05-01")
        .thenNothing();
    Story.child()
        .given(back("2026-04-06T20:15"), interview("2026-04-07T10:00").as(SubjectRole.SIBLING))
        .until("2026-05-01")
        .then("2026-04-09 P11 raised S3");
  }

  @Test
  void hoursAreClockHoursEvenWhenTheClocksChange() {
    Story.child()
        .given(back("2026-03-28T12:00"))
        .until("2026-03-31T13:00")
        .then("2026-03-31 P11 raised S3");
    Story.child().given(back("2026-03-28T12:00")).until("2026-03-31T12:59").thenNothing();
  }

  @Test
  void anInterviewHeldOrDeclinedInTimeStopsIt() {
    Story.child()
        .given(back("2026-04-06T20:15"), interview("2026-04-09T20:15"))
        .until("2026-05-01")
        .thenNothing();
    Story.child()
        .given(back("2026-04-06T20:15"), declined("2026-04-08T10:00"))
        .until("2026-05-01")
        .thenNothing();
  }

  @Test
  void anInterviewAfterItsTimeOrBeforeTheReturnDoesNot() {
    Story.child()
        .given(
            interview("2026-04-05T10:00"), back("2026-04-06T20:15"), interview("2026-04-09T20:16"))
        .until("2026-05-01")
        .then("2026-04-09 P11 raised S3");
  }

  @Test
  void aRecordThatComesLateWithdrawsTheFinding() {
    Story.child()
        .given(back("2026-04-06T20:15"), interview("2026-04-08T10:00").received("2026-04-12T10:00"))
        .then("2026-04-09 P11 raised S3", "2026-04-09 P11 withdrawn");
  }

  @Test
  void theSecondMissIsUrgent() {
    Story.child()
        .given(
            told("POL-MIS-01", "2026-04-06T02:00"),
            back("2026-04-06T20:15"),
            told("POL-MIS-01", "2026-05-20T12:00"),
            back("2026-05-20T20:15"))
        .until("2026-06-10")
        .then("2026-04-09 P11 raised S3", "2026-05-23 P11 raised S2");
  }

  @Test
  void twoReportsOfOneReturnStartOneClock() {
    Story.child()
        .given(back("2026-04-06T20:15"), told("POL-MIS-03", "2026-04-07T09:00"))
        .until("2026-05-01")
        .then("2026-04-09 P11 raised S3");
    Story.child()
        .given(
            back("2026-04-06T20:15").incident("i-1"),
            told("POL-MIS-03", "2026-04-12T09:00").incident("i-1"))
        .until("2026-05-01")
        .then("2026-04-09 P11 raised S3");
  }

  @Test
  void aReturnAfterGoingMissingAgainStartsAnother() {
    Story.child()
        .given(
            told("POL-MIS-01", "2026-04-06T10:00"),
            back("2026-04-06T20:15"),
            told("POL-MIS-01", "2026-04-07T10:00"),
            back("2026-04-07T20:15"))
        .until("2026-05-01")
        .then("2026-04-07 P10 raised S2", "2026-04-09 P11 raised S3", "2026-04-10 P11 raised S2");
  }

  @Test
  void anInterviewAboutAnotherIncidentDoesNotStopIt() {
    Story.child()
        .given(
            back("2026-04-06T20:15").incident("i-1"), interview("2026-04-07T10:00").incident("i-0"))
        .until("2026-05-01")
        .then("2026-04-09 P11 raised S3");
  }

  @Test
  void notRequiredStopsItForGood() {
    Story story = Story.child().given(back("2026-04-06T20:15"));
    Deadline deadline = story.findings().deadlines().getFirst();
    story
        .given(
            new TimelineEntry.NotRequired(deadline.id(), "moved abroad", Told.moment("2026-04-07")),
            "2026-04-07")
        .until("2026-05-01")
        .thenNothing();
  }

  @Test
  void aDeadlineThatWasReachedHoldsEvenForAnOlderClock() {
    Story story = Story.child().given(back("2026-04-06T20:15"));
    Deadline deadline = story.findings().deadlines().getFirst();
    story
        .apply(
            new Input.Recorded(
                "r",
                Told.moment("2026-04-07"),
                new TimelineEntry.DeadlineReached(
                    deadline.id(), deadline.pattern(), deadline.dueAt())))
        .then("2026-04-09 P11 raised S3");
    assertThat(story.findings().deadlines()).isEmpty();
  }

  @Test
  void theThirdDeclineInARowIsAFindingOfItsOwn() {
    Story.child()
        .given(
            back("2026-03-01T10:00"),
            declined("2026-03-02T10:00"),
            back("2026-04-01T10:00"),
            declined("2026-04-02T10:00"),
            back("2026-05-01T10:00"),
            declined("2026-05-02T10:00"))
        .until("2026-06-01")
        .then("2026-05-02 P11/declined raised S3");
    Story.child()
        .given(
            declined("2026-03-02T10:00"),
            declined("2026-04-02T10:00"),
            interview("2026-04-20T10:00"),
            declined("2026-05-02T10:00"))
        .thenNothing();
  }
}
