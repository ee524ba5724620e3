package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.policy.Told.told;

import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.event.SubjectRole;
import org.safeguardinghub.risk.policy.finding.Deadline;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;

/** P40: it has gone well for half a year, and somebody has seen the child. */
final class SustainedImprovementTest {
  private static Told school(String at) {
    return told("EDU-PROT-01", at);
  }

  private static Told visitor(String at) {
    return told("HV-PROT-01", at);
  }

  private static Told closed(String at) {
    return told("EH-CLS-01", at);
  }

  @Test
  void threeGoodReportsOfTwoFamilies() {
    Story story =
        Story.child()
            .given(
                school("2026-03-01T10:00"), visitor("2026-04-01T10:00"), school("2026-05-01T10:00"))
            .then("2026-05-01 P40 raised S4");
    assertThat(story.only("P40").because())
        .isEqualTo(
            "3 good reports in 180 days from 2 agency families (Education and early years; Health), the last on 1 May "
                + "2026, and no concern of level 2 or higher in that time. The child was seen on 1 May 2026. This "
                + "closes nothing: a person decides.");
  }

  @Test
  void twoReportsOrOneFamilyAreNot() {
    Story.child().given(school("2026-03-01T10:00"), visitor("2026-04-01T10:00")).thenNothing();
    Story.child()
        .given(school("2026-03-01T10:00"), visitor("2026-04-01T10:00"))
        .given(school("2026-05-01T10:00").as(SubjectRole.SIBLING))
        .thenNothing();
    Story.child()
        .given(school("2026-03-01T10:00"), school("2026-04-01T10:00"), school("2026-05-01T10:00"))
        .thenNothing();
  }

  @Test
  void repeatsOfOneReportAreOne() {
    Story.child()
        .given(
            school("2026-03-01T10:00").incident("i-1"),
            visitor("2026-04-01T10:00"),
            school("2026-04-02T10:00").incident("i-1"),
            school("2026-05-01T10:00").echoing("unknown"))
        .thenNothing();
  }

  @Test
  void theWindowIsWithoutItsFirstMoment() {
    Told[] two = {school("2026-01-01T10:00"), visitor("2026-04-01T10:00")};
    // 180 days of 24 hours end at 11:00 by summer time.
    Story.child().given(two).given(school("2026-06-30T11:00")).thenNothing();
    Story.child().given(two).given(school("2026-06-30T10:59")).then("2026-06-30 P40 raised S4");
  }

  @Test
  void aConcernWithinHalfAYearSpeaksAgainstIt() {
    Told[] good = {
      school("2026-03-01T10:00"), visitor("2026-04-01T10:00"), school("2026-05-01T10:00")
    };
    Story.child().given(told("EDU-NEG-02", "2026-02-01T10:00")).given(good).thenNothing();
    Story.child().given(told("EDU-EHE-01", "2026-02-01T10:00")).given(good).thenNothing();
    Story.child()
        .given(told("EDU-NEG-02", "2026-02-01T10:00").level(1))
        .given(good)
        .then("2026-05-01 P40 raised S4");
    Story.child()
        .given(told("POL-DA-01", "2026-02-01T10:00").asContext())
        .given(good)
        .then("2026-05-01 P40 raised S4");
  }

  @Test
  void theClockFindsTheDayOnWhichTheLastConcernIsLongAgo() {
    Story story =
        Story.child()
            .given(
                told("EDU-NEG-02", "2026-01-10T10:00"),
                school("2026-05-01T10:00"),
                visitor("2026-06-01T10:00"),
                school("2026-06-20T10:00"))
            .until("2026-07-09T10:59")
            .thenNothing();
    story.until("2026-07-09T11:00").then("2026-07-09 P40 raised S4");
    assertThat(story.findings().deadlines()).isEmpty();
  }

  @Test
  void theClockOnlyRunsWhereTheChildWillHaveBeenSeenLately() {
    Story story =
        Story.child()
            .given(
                told("EDU-NEG-02", "2026-01-10T10:00"),
                school("2026-05-01T10:00"),
                visitor("2026-05-10T10:00"),
                school("2026-05-20T10:00"));
    assertThat(story.findings().deadlines()).isEmpty();
    story.until("2026-08-01").thenNothing();
  }

  @Test
  void aClockThatIsNotRequiredFindsNothing() {
    Story story =
        Story.child()
            .given(
                told("EDU-NEG-02", "2026-01-10T10:00"),
                school("2026-05-01T10:00"),
                visitor("2026-06-01T10:00"),
                school("2026-06-20T10:00"));
    Deadline deadline = story.findings().deadlines().getFirst();
    story
        .given(
            new TimelineEntry.NotRequired(deadline.id(), "no", Told.moment("2026-06-21")),
            "2026-06-21")
        .until("2026-08-01")
        .thenNothing();
  }

  @Test
  void theChildMustHaveBeenSeenInThirtyDays() {
    Told[] before = {school("2026-04-01T10:00"), closed("2026-04-20T10:00")};
    Story.child().given(before).given(closed("2026-05-01T09:59")).then("2026-05-01 P40 raised S4");
    Story.child().given(before).given(closed("2026-05-01T10:00")).thenNothing();
    Story.child()
        .given(before)
        .given(closed("2026-05-01T10:00"), told("HLT-ATT-01", "2026-05-03T10:00"))
        .then("2026-05-03 P40 raised S4");
  }

  @Test
  void aConcernThatComesLateWithdrawsIt() {
    Story.child()
        .given(
            school("2026-03-01T10:00"),
            visitor("2026-04-01T10:00"),
            school("2026-05-01T10:00"),
            told("EDU-NEG-02", "2026-04-20T10:00").received("2026-05-05T10:00"))
        .then("2026-05-01 P40 raised S4", "2026-05-01 P40 withdrawn");
  }

  @Test
  void aLaterConcernIsAnotherMatter() {
    Story.child()
        .given(
            school("2026-03-01T10:00"),
            visitor("2026-04-01T10:00"),
            school("2026-05-01T10:00"),
            told("EDU-NEG-02", "2026-05-20T10:00"))
        .then("2026-05-01 P40 raised S4");
  }

  @Test
  void threeMoreAreToldAgain() {
    Story.child()
        .given(
            school("2026-03-01T10:00"),
            visitor("2026-03-02T10:00"),
            school("2026-03-03T10:00"),
            visitor("2026-03-04T10:00"),
            school("2026-03-05T10:00"),
            visitor("2026-03-17T10:00"))
        .then("2026-03-03 P40 raised S4", "2026-03-17 P40 re-fire S4");
  }
}
