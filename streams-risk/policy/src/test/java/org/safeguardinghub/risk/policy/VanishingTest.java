package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.policy.Told.told;

import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.event.SubjectRole;
import org.safeguardinghub.risk.policy.finding.Deadline;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;

/** P15: a child with a history leaves, and then nobody sees it. */
final class VanishingTest {
  private static final String LEFT = "2026-04-17 P15/1 raised S2";
  private static final String UNSEEN = "2026-05-18 P15/2 raised S1";

  private static Told worry(String at) {
    return told("CSC-EMO-01", at);
  }

  private static Told small(String at) {
    return told("EDU-BUL-01", at);
  }

  private static Told homeEducated() {
    return told("EDU-EHE-01", "2026-04-17T10:00");
  }

  private static Story left() {
    return Story.child().given(worry("2026-02-01T10:00"), homeEducated());
  }

  @Test
  void leavingAloneIsSilent() {
    Story.child()
        .given(homeEducated(), told("GP-REG-01", "2026-04-20T10:00"))
        .given(told("EDU-CME-01", "2026-04-21T10:00"))
        .until("2026-09-01")
        .thenNothing();
  }

  @Test
  void leavingWithAHistoryIsToldAtOnceAndAgainWhenNobodyHasSeenTheChild() {
    Story story = left().then(LEFT);
    assertThat(story.only("P15").because())
        .isEqualTo(
            "Reported on 17 April 2026: Removed from roll to elective home education. In the 180 days before, the "
                + "hub knows of 1 incident of level 3 or higher, from Children's social care.");
    story.until("2026-05-18T23:59").then(LEFT);
    // Twenty working days, the bank holiday of 4 May not among them.
    story.until("2026-05-19T00:00").then(LEFT, UNSEEN).until("2027-04-01").then(LEFT, UNSEEN);
  }

  @Test
  void eachOfTheFourIsALeaving() {
    for (String code : new String[] {"EDU-CME-01", "GP-REG-01", "HSG-MOV-01"}) {
      Story.child().given(worry("2026-02-01T10:00"), told(code, "2026-04-17T10:00")).then(LEFT);
    }
  }

  @Test
  void aGraveConcernCountsForHalfAYear() {
    Story.child().given(worry("2025-10-19T10:00"), homeEducated()).thenNothing();
    Story.child().given(worry("2025-10-19T10:01"), homeEducated()).then(LEFT);
  }

  @Test
  void twoSmallerConcernsCountForAYear() {
    Told recent = small("2026-04-01T10:00");
    Story.child().given(small("2025-04-17T10:00"), recent, homeEducated()).thenNothing();
    Story.child().given(small("2025-04-17T10:01"), recent, homeEducated()).then(LEFT);
    Story.child().given(recent, homeEducated()).thenNothing();
    Story.child()
        .given(recent.incident("i-1"), small("2026-04-02T10:00").incident("i-1"), homeEducated())
        .thenNothing();
  }

  @Test
  void concernsAfterTheLeavingAreNoHistory() {
    Story.child().given(homeEducated(), worry("2026-04-17T10:01")).thenNothing();
  }

  @Test
  void echoesAndHeldBackConcernsAreNoHistory() {
    Story.child().given(worry("2026-02-01T10:00").echoing("a call"), homeEducated()).thenNothing();
    Story.child().given(worry("2026-02-01T10:00").heldBack(), homeEducated()).thenNothing();
  }

  @Test
  void aMoveUnderProtectionIsNone() {
    Story.child()
        .given(
            worry("2026-02-01T10:00"),
            told("HSG-MOV-01", "2026-04-17T10:00").handled(HandlingClass.H4))
        .until("2026-09-01")
        .thenNothing();
  }

  @Test
  void whoeverIsTakenOnElsewhereHasNotVanished() {
    Story.child()
        .given(worry("2026-02-01T10:00"), homeEducated().with("acceptedBy", "authority-1"))
        .until("2026-09-01")
        .thenNothing();
    left()
        .given(told("EDU-TRF-01", "2026-05-10T10:00").with("acceptedBy", "school-2"))
        .until("2026-09-01")
        .then(LEFT);
    left().given(told("EDU-TRF-01", "2026-05-10T10:00")).until("2026-09-01").then(LEFT, UNSEEN);
  }

  @Test
  void whoeverSeesTheChildInTimeStopsTheSecondStage() {
    left().given(told("HLT-ATT-01", "2026-05-18T23:59")).until("2026-09-01").then(LEFT);
    left().given(told("EDU-ATT-01", "2026-05-19T00:00")).until("2026-09-01").then(LEFT, UNSEEN);
    left().given(told("CSC-VIS-02", "2026-05-10T10:00")).until("2026-09-01").then(LEFT, UNSEEN);
  }

  @Test
  void seeingABrotherIsNotSeeingTheChild() {
    left()
        .given(told("EDU-ATT-01", "2026-05-10T10:00").as(SubjectRole.SIBLING))
        .given(told("EDU-ATT-01", "2026-05-11T10:00").asContext())
        .until("2026-09-01")
        .then(LEFT, UNSEEN);
  }

  @Test
  void aSightingThatIsRecordedLateWithdrawsIt() {
    left()
        .given(told("HLT-ATT-01", "2026-05-10T10:00").received("2026-05-25T10:00"))
        .then(LEFT, UNSEEN, "2026-05-18 P15/2 withdrawn");
  }

  @Test
  void aFurtherLeavingOfTheSameSpellRaisesNoSecond() {
    left()
        .given(told("HSG-MOV-01", "2026-04-27T10:00"))
        .until("2026-05-25")
        .given(told("GP-REG-01", "2026-05-26T10:00"))
        .until("2026-09-01")
        // Another agency family is told of, as for every pattern; the spell is the same.
        .then(LEFT, UNSEEN, "2026-05-26 P15/1 re-fire S2");
  }

  @Test
  void afterASightingItIsAnotherSpell() {
    left()
        .given(
            told("HLT-ATT-01", "2026-04-24T10:00"),
            told("EDU-CME-01", "2026-05-22T10:00"),
            told("HLT-ATT-01", "2026-07-01T10:00"))
        .until("2026-09-01")
        .then(LEFT, "2026-06-22 P15/2 raised S1");
  }

  @Test
  void theCountGoesOverEasterAndTheChangeOfTheClocks() {
    Story story =
        Story.child().given(worry("2026-02-01T10:00"), told("EDU-CME-01", "2026-03-06T23:59"));
    assertThat(story.findings().deadlines())
        .extracting(Deadline::dueAt)
        .containsExactly(Told.moment("2026-04-08T00:00"));
    story
        .until("2026-04-08T00:00")
        .then("2026-03-06 P15/1 raised S2", "2026-04-07 P15/2 raised S1");
  }

  @Test
  void notRequiredStopsTheSecondStage() {
    Story story = left();
    String id = story.findings().deadlines().getFirst().id();
    story
        .given(
            new TimelineEntry.NotRequired(id, "seen abroad", Told.moment("2026-05-01")),
            "2026-05-01")
        .until("2026-09-01")
        .then(LEFT);
  }

  @Test
  void aRetractedHistoryWithdrawsIt() {
    Story.child()
        .given(
            worry("2026-02-01T10:00").id("worry"),
            homeEducated(),
            told("ADM-COR-01", "2026-04-20T10:00").superseding("worry").with("retracts", true))
        .until("2026-09-01")
        .then(LEFT, "2026-04-17 P15/1 withdrawn");
  }
}
