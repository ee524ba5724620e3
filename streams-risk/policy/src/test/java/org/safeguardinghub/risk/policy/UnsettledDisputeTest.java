package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.policy.Told.told;

import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.calendar.WorkingCalendar;
import org.safeguardinghub.kernel.subject.AlertReference;
import org.safeguardinghub.risk.policy.finding.Deadline;
import org.safeguardinghub.risk.policy.finding.Finding;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry.Dispute;

/** P37: professionals disagree about an alert and do not settle it in time. */
final class UnsettledDisputeTest {
  private static final String ALERT = "a-17";
  // The Thursday before a bank holiday of 25 May.
  private static final String THURSDAY = "2026-05-21T10:00";
  private static final String FIRST = "2026-05-29 P37/1 raised S3";

  private static Dispute opened(int stage, String at) {
    return new Dispute(ALERT, stage, true, Told.moment(at));
  }

  private static Dispute settled(int stage, String at) {
    return new Dispute(ALERT, stage, false, Told.moment(at));
  }

  private static Story story(Dispute... disputes) {
    Story story = Story.child();
    for (Dispute dispute : disputes) {
      story.given(dispute, dispute.at().atZone(WorkingCalendar.ZONE).toLocalDateTime().toString());
    }
    return story;
  }

  @Test
  void theFirstStageHasFiveWorkingDays() {
    Story story = story(opened(1, THURSDAY)).until("2026-05-29T23:59").thenNothing();
    story.until("2026-05-30").then(FIRST);
    Finding finding = story.only("P37");
    assertThat(finding.because())
        .isEqualTo(
            "A disagreement about alert "
                + AlertReference.of(ALERT)
                + " has been at stage 1 since 21 May 2026. It was neither settled nor taken further within 5 working"
                + " days, by the end of 29 May 2026. What the child needs meanwhile does not wait for it.");
    assertThat(finding.evidence()).isEmpty();
    assertThat(finding.children()).containsExactly("c-rowan");
  }

  @Test
  void laterStagesAreMoreUrgentAndHaveTheirOwnTime() {
    story(opened(2, THURSDAY)).until("2026-05-27").then("2026-05-26 P37/2 raised S2");
    story(opened(3, THURSDAY)).until("2026-05-30").then("2026-05-29 P37/3 raised S2");
    story(opened(4, THURSDAY)).until("2026-06-06").then("2026-06-05 P37/4 raised S2");
  }

  @Test
  void aStageThatWasSettledOrTakenFurtherInTimeIsNone() {
    story(opened(1, THURSDAY), settled(1, "2026-05-29T23:59")).until("2026-09-01").thenNothing();
    story(opened(1, THURSDAY), settled(1, "2026-05-30T00:00")).until("2026-09-01").then(FIRST);
    story(opened(1, THURSDAY), opened(2, "2026-05-27T10:00"), settled(2, "2026-05-28T10:00"))
        .until("2026-09-01")
        .thenNothing();
  }

  @Test
  void eachStageIsAFindingOfItsOwn() {
    story(opened(1, THURSDAY), opened(2, "2026-06-01T09:00"))
        .until("2026-09-01")
        .then(FIRST, "2026-06-03 P37/2 raised S2");
  }

  @Test
  void tellingTheStageAgainGivesNoMoreTimeAndOpeningItAgainLaterDoes() {
    story(opened(1, THURSDAY), opened(1, "2026-05-28T10:00")).until("2026-09-01").then(FIRST);
    story(opened(1, THURSDAY), settled(1, "2026-05-22T10:00"), opened(1, "2026-06-01T10:00"))
        .until("2026-09-01")
        .then("2026-06-08 P37/1 raised S3");
  }

  @Test
  void goingBackAStageSettlesNothing() {
    story(opened(2, THURSDAY), opened(1, "2026-05-22T10:00"))
        .until("2026-09-01")
        .then("2026-05-26 P37/2 raised S2", "2026-06-01 P37/1 raised S3");
    story(opened(1, THURSDAY), opened(2, "2026-05-22T10:00"), opened(1, "2026-05-26T10:00"))
        .until("2026-09-01")
        .then("2026-05-27 P37/2 raised S2");
  }

  @Test
  void ofTwoStagesRecordedInOneMomentTheFurtherRuns() {
    story(opened(1, THURSDAY), opened(2, THURSDAY))
        .until("2026-09-01")
        .then("2026-05-26 P37/2 raised S2");
  }

  @Test
  void whatWasSettledInTheMomentOfItsRecordMayBeOpenedAgain() {
    story(settled(1, THURSDAY), opened(2, THURSDAY), opened(2, "2026-06-01T10:00"))
        .until("2026-09-01")
        .then("2026-06-03 P37/2 raised S2");
  }

  @Test
  void disputesAboutDifferentAlertsAreNotEachOthers() {
    Dispute other = new Dispute("a-18", 1, false, Told.moment("2026-05-22T10:00"));
    story(opened(1, THURSDAY), other).until("2026-09-01").then(FIRST);
  }

  @Test
  void aSettlementThatIsRecordedLateWithdrawsIt() {
    Story story = story(opened(1, THURSDAY)).until("2026-06-01");
    story
        .given(settled(1, "2026-05-28T10:00"), "2026-06-02T10:00")
        .then(FIRST, "2026-05-29 P37/1 withdrawn");
  }

  @Test
  void itWaitsForNothingElseAndNothingElseEndsIt() {
    Story story = story(opened(1, THURSDAY));
    story.given(told("CSC-REF-02", "2026-05-22T10:00")).until("2026-06-01").then(FIRST);
    Story waived = story(opened(1, THURSDAY));
    Deadline deadline = waived.findings().deadlines().getFirst();
    waived
        .given(
            new TimelineEntry.NotRequired(deadline.id(), "alert closed", Told.moment("2026-05-22")),
            "2026-05-22")
        .until("2026-09-01")
        .thenNothing();
  }

  @Test
  void itIsFoundOnEveryKindOfSubject() {
    for (Story story :
        new Story[] {
          Story.unborn(), Story.household(), Story.place(), Story.setting(), Story.adult()
        }) {
      story.given(opened(1, THURSDAY), THURSDAY).until("2026-06-01").then(FIRST);
    }
  }
}
