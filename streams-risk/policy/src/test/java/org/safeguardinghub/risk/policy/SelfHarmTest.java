package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.policy.Told.told;

import org.junit.jupiter.api.Test;

/** P24: self-harm that repeats, or help that breaks off. */
final class SelfHarmTest {
  private static final Told SCHOOL = told("EDU-MH-01", "2026-03-03T11:00").id("school");
  private static final Told OVERDOSE = told("ED-MH-01", "2026-03-19T20:00").id("overdose");
  private static final Told MISSED = told("CAM-MH-02", "2026-04-14T14:00").id("missed");

  @Test
  void twiceInNinetyDaysInAnyServices() {
    Story.child().given(SCHOOL).thenNothing();
    Story.child().given(SCHOOL, OVERDOSE).then("2026-03-19 P24 raised S2");
    Story.child()
        .given(SCHOOL, told("HOM-MH-01", "2026-03-20T20:00"))
        .then("2026-03-20 P24 raised S2");
  }

  @Test
  void theWindowIsWithoutItsFirstMoment() {
    // 90 days after 3 March 11:00 are 12:00 by summer time.
    Story.child().given(SCHOOL, told("EDU-MH-01", "2026-06-01T12:00")).thenNothing();
    Story.child()
        .given(SCHOOL, told("EDU-MH-01", "2026-06-01T11:59"))
        .then("2026-06-01 P24 raised S2");
  }

  @Test
  void notBroughtAfterAnOverdose() {
    Story story = Story.child().given(OVERDOSE, MISSED).then("2026-04-14 P24 raised S2");
    assertThat(story.only("P24").because()).contains("on 19 March 2026", "on 14 April 2026");
    Story.child().given(SCHOOL, MISSED).thenNothing();
    Story.child().given(told("CAM-MH-02", "2026-03-19T19:59"), OVERDOSE).thenNothing();
  }

  @Test
  void withinThirtyDays() {
    // 30 days after 19 March 20:00 are 21:00 by summer time.
    Story.child().given(OVERDOSE, told("CAM-MH-02", "2026-04-18T21:00")).thenNothing();
    Story.child()
        .given(OVERDOSE, told("CAM-MH-02", "2026-04-18T20:59"))
        .then("2026-04-18 P24 raised S2");
  }

  @Test
  void helpThatBreaksOffUpdatesWhatStandsSilently() {
    Story story =
        Story.child()
            .given(SCHOOL, OVERDOSE, told("CAM-MH-01", "2026-03-24T10:00"), MISSED)
            .then("2026-03-19 P24 raised S2");
    assertThat(story.only("P24").evidenceIds())
        .containsExactlyInAnyOrder("school", "overdose", "missed");
    assertThat(story.only("P24").because()).startsWith("2 incidents of self-harm");
  }

  @Test
  void intentToDieIsCritical() {
    Story.child()
        .given(SCHOOL, told("ED-MH-01", "2026-03-19T20:00").with("intent", true))
        .then("2026-03-19 P24 raised S1");
    Story.child()
        .given(told("ED-MH-01", "2026-03-19T20:00").with("intent", true), MISSED)
        .then("2026-04-14 P24 raised S1");
    Story.child()
        .given(SCHOOL, OVERDOSE, told("HOM-MH-01", "2026-03-21T20:00").with("intent", true))
        .then("2026-03-19 P24 raised S2", "2026-03-21 P24 raised to S1");
    // It makes a finding more urgent; it is none by itself.
    Story.child().given(told("ED-MH-01", "2026-03-19T20:00").with("intent", true)).thenNothing();
  }

  @Test
  void severalReportsOfOneActAreOne() {
    Story.child()
        .given(
            told("EDU-MH-01", "2026-03-19T11:00").incident("i-1"),
            told("ED-MH-01", "2026-03-19T20:00").incident("i-1"))
        .thenNothing();
    Story.child()
        .given(SCHOOL, told("ED-MH-01", "2026-03-03T20:00").echoing("school"))
        .thenNothing();
  }

  @Test
  void aCrisisPlanReviewedLatelyIsForTheCamhsLead() {
    Story story =
        Story.child()
            .given(
                SCHOOL,
                told("CAM-MH-01", "2026-03-12T20:01").with("crisisPlanReviewed", true).id("plan"),
                OVERDOSE)
            .then("2026-03-19 P24 raised S2");
    assertThat(story.only("P24").because()).contains("this is for the CAMHS lead");
    assertThat(story.only("P24").evidenceIds()).contains("plan");

    Story longAgo =
        Story.child()
            .given(
                SCHOOL,
                told("CAM-MH-01", "2026-03-12T20:00").with("crisisPlanReviewed", true),
                OVERDOSE);
    assertThat(longAgo.only("P24").because()).doesNotContain("CAMHS lead");
    Story after =
        Story.child()
            .given(
                SCHOOL,
                OVERDOSE,
                told("CAM-MH-01", "2026-03-20T20:00").with("crisisPlanReviewed", true));
    assertThat(after.only("P24").because()).doesNotContain("CAMHS lead");
  }

  @Test
  void aRetractionWithdrawsIt() {
    Story.child()
        .given(
            SCHOOL,
            OVERDOSE,
            told("ADM-COR-01", "2026-03-25T10:00").superseding("school").with("retracts", true))
        .then("2026-03-19 P24 raised S2", "2026-03-19 P24 withdrawn");
  }
}
