package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.policy.Told.told;

import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.event.SubjectRole;
import org.safeguardinghub.risk.policy.finding.Deadline;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;

/** P16: a child with a plan is not seen. */
final class UnseenOnPlanTest {
  // A Thursday; ten working days later is Friday 29 May, over the bank holiday of 25 May.
  private static final Told PROTECTION = told("CSC-ICP-01", "2026-05-14T10:00");
  private static final Told IN_NEED = told("CSC-CIN-01", "2026-04-17T10:00");
  private static final Told LOOKED_AFTER = told("CSC-LAC-01", "2026-03-02T10:00");

  private static Told visit(String at) {
    return told("CSC-VIS-01", at);
  }

  @Test
  void tenWorkingDaysWithAChildProtectionPlan() {
    Story story = Story.child().given(PROTECTION).until("2026-05-29T23:59").thenNothing();
    story.until("2026-05-30T00:00").then("2026-05-29 P16 raised S2");
    assertThat(story.only("P16").because())
        .isEqualTo(
            "Open with social care: a child protection plan. No statutory visit saw the child within 10 working "
                + "days after the start on 14 May 2026, by the end of 29 May 2026. Seen alone at the last visit: not "
                + "recorded. Seen by other agencies in that time, which is not a visit: none that the hub knows of.");
    story.until("2026-09-01").then("2026-05-29 P16 raised S2");
  }

  @Test
  void twentyWorkingDaysWithAChildInNeedPlan() {
    Story.child().given(IN_NEED).until("2026-05-18T23:59").thenNothing();
    Story.child().given(IN_NEED).until("2026-05-19").then("2026-05-18 P16 raised S2");
  }

  @Test
  void sixWeeksWhenLookedAfterWhateverTheClocksDo() {
    Story story = Story.child().given(LOOKED_AFTER);
    assertThat(story.findings().deadlines())
        .extracting(Deadline::dueAt)
        .containsExactly(Told.moment("2026-04-14T00:00"));
    story.until("2026-04-14T00:00").then("2026-04-13 P16 raised S2");
    Story.child()
        .given(told("CSC-LAC-01", "2026-09-20T23:30"))
        .until("2026-11-01T23:59")
        .thenNothing()
        .until("2026-11-02T00:00")
        .then("2026-11-01 P16 raised S2");
  }

  @Test
  void aVisitStartsTheCountAgain() {
    Story.child()
        .given(PROTECTION, visit("2026-05-29T23:59"))
        .until("2026-06-12T23:59")
        .thenNothing()
        .until("2026-06-13T00:00")
        .then("2026-06-12 P16 raised S2");
  }

  @Test
  void aVisitAfterItsTimeIsTooLateAndStartsTheNextCount() {
    Story.child()
        .given(PROTECTION, visit("2026-05-30T00:00"))
        .until("2026-07-01")
        .then("2026-05-29 P16 raised S2", "2026-06-12 P16 raised S2");
  }

  @Test
  void aVisitThatIsRecordedLateWithdrawsIt() {
    Story.child()
        .given(PROTECTION, visit("2026-05-28T10:00").received("2026-06-01T10:00"))
        .then("2026-05-29 P16 raised S2", "2026-05-29 P16 withdrawn");
  }

  @Test
  void anotherAgencysSightingIsShownAndStopsNothing() {
    Story story =
        Story.child()
            .given(
                PROTECTION.with("planFor", "other"),
                told("EDU-ATT-01", "2026-05-20T09:00"),
                told("HLT-ATT-01", "2026-05-30T09:00"))
            .until("2026-06-10")
            .then("2026-05-29 P16 raised S2");
    assertThat(story.only("P16").because())
        .endsWith("which is not a visit: Education and early years on 20 May 2026.");
  }

  @Test
  void whetherTheChildWasSeenAloneIsShown() {
    Story story =
        Story.child()
            .given(PROTECTION, visit("2026-05-20T09:00").with("seenAlone", false))
            .until("2026-07-01")
            .then("2026-06-04 P16 raised S2");
    assertThat(story.only("P16").because())
        .contains("after the visit of 20 May 2026", "Seen alone at the last visit: no.");
  }

  @Test
  void aPlanThatEndedInTimeEndsTheCount() {
    Story.child()
        .given(PROTECTION, told("CSC-CPP-02", "2026-05-29T12:00"))
        .until("2026-09-01")
        .thenNothing();
    Story.child()
        .given(PROTECTION, told("CSC-CPP-02", "2026-05-30T12:00"))
        .until("2026-09-01")
        .then("2026-05-29 P16 raised S2");
  }

  @Test
  void theStricterPlanCountsWhileItIsOpen() {
    Story.child()
        .given(PROTECTION, told("CSC-CIN-01", "2026-05-15T10:00"))
        .until("2026-09-01")
        .then("2026-05-29 P16 raised S2");
    // A plan that becomes stricter on the way does not excuse the one before.
    Story.child()
        .given(IN_NEED, PROTECTION)
        .until("2026-09-01")
        .then("2026-05-18 P16 raised S2", "2026-05-29 P16 raised S2");
  }

  @Test
  void aReviewOfThePlanIsNoNewStart() {
    Story.child()
        .given(IN_NEED, told("CSC-CIN-01", "2026-05-10T10:00").with("planProgress", "positive"))
        .until("2026-09-01")
        .then("2026-05-18 P16 raised S2");
  }

  @Test
  void withoutAPlanNobodyHasToVisit() {
    Story.child()
        .given(told("CSC-ASM-01", "2026-04-17T10:00"), told("CSC-ASM-02", "2026-05-10T10:00"))
        .until("2026-09-01")
        .thenNothing();
  }

  @Test
  void twoVisitsInARowWithoutAccess() {
    Told first = told("CSC-VIS-02", "2026-05-18T10:00");
    Told second = told("HV-VIS-01", "2026-05-20T10:00");
    Story story = Story.child().given(PROTECTION, first, second).then("2026-05-20 P16 raised S2");
    assertThat(story.only("P16").because())
        .contains("2 visits in a row did not see the child, on 18 May 2026 and 20 May 2026");
    story
        .given(told("CSC-VIS-02", "2026-05-21T10:00"))
        .until("2026-05-28")
        .then("2026-05-20 P16 raised S2");
    Story.child().given(first, second).thenNothing();
    Story.child().given(PROTECTION, first, visit("2026-05-19T10:00"), second).thenNothing();
    Story.child()
        .given(PROTECTION, first, told("HV-PROT-01", "2026-05-19T10:00"), second)
        .thenNothing();
    Story.child()
        .given(PROTECTION, first, told("EDU-ATT-01", "2026-05-19T10:00"), second)
        .then("2026-05-20 P16 raised S2");
  }

  @Test
  void twoReportsOfOneFailedVisitAreOne() {
    Story.child()
        .given(
            PROTECTION,
            told("CSC-VIS-02", "2026-05-18T10:00").incident("i-1"),
            told("HV-VIS-01", "2026-05-18T10:00").incident("i-1"))
        .thenNothing();
  }

  @Test
  void aVisitToABrotherIsNone() {
    Story.child()
        .given(PROTECTION, visit("2026-05-20T10:00").asContext())
        .given(visit("2026-05-21T10:00").as(SubjectRole.SIBLING))
        .until("2026-06-10")
        .then("2026-05-29 P16 raised S2");
  }

  @Test
  void notRequiredStopsIt() {
    Story story = Story.child().given(PROTECTION);
    String id = story.findings().deadlines().getFirst().id();
    story
        .given(
            new TimelineEntry.NotRequired(id, "in hospital", Told.moment("2026-05-20")),
            "2026-05-20")
        .until("2026-09-01")
        .thenNothing();
  }

  @Test
  void aVisitOfTheMomentAtWhichThePlanStartsIsWhereTheCountStarts() {
    Story story =
        Story.child()
            .given(PROTECTION, visit("2026-05-14T10:00"))
            .until("2026-05-30T00:00")
            .then("2026-05-29 P16 raised S2");
    assertThat(story.only("P16").because()).contains("after the visit of 14 May 2026");
  }

  @Test
  void thePlanOfABrotherIsNotThisChilds() {
    Told brothers = told("CSC-CPP-02", "2026-05-20T10:00").as(SubjectRole.SIBLING);
    Story.child().given(PROTECTION, brothers).until("2026-06-01").then("2026-05-29 P16 raised S2");
    Story.child()
        .given(told("CSC-ICP-01", "2026-05-14T10:00").as(SubjectRole.SIBLING))
        .until("2026-06-01")
        .thenNothing();
  }
}
