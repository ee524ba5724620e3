package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.policy.Told.told;

import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.event.SubjectRole;

/** P38: a looked-after child who is moved again and again. */
final class PlacementInstabilityTest {
  private static Told move(String at) {
    return told("CSC-LAC-02", at);
  }

  private static Told police(String at) {
    return told("POL-PPN-02", at);
  }

  @Test
  void threePlacementsInAYearAndTrouble() {
    Story story =
        Story.child()
            .given(
                move("2025-08-01T10:00"),
                police("2025-09-01T10:00"),
                move("2025-11-01T10:00"),
                move("2026-03-01T10:00"))
            .then("2026-03-01 P38 raised S2");
    assertThat(story.only("P38").because())
        .isEqualTo(
            "Placements in 365 days: 3, the latest from 1 March 2026. Reports of going missing, of self-harm or by the "
                + "police in the same time: 1 (Police).");
  }

  @Test
  void theYearIsWithoutItsFirstMoment() {
    Told[] before = {
      move("2025-03-01T10:00"), police("2025-09-01T10:00"), move("2025-11-01T10:00")
    };
    Story.child().given(before).given(move("2026-03-01T10:00")).thenNothing();
    Story.child().given(before).given(move("2026-03-01T09:59")).then("2026-03-01 P38 raised S2");
  }

  @Test
  void theMoveOfASisterIsNone() {
    Told[] two = {move("2025-08-01T10:00"), police("2025-09-01T10:00"), move("2025-11-01T10:00")};
    Story.child().given(two).given(move("2026-03-01T10:00").as(SubjectRole.SIBLING)).thenNothing();
  }

  @Test
  void comingIntoCareAndRemandArePlacementsToo() {
    Story.child()
        .given(
            told("CSC-LAC-01", "2026-02-01T10:00").with("planned", true),
            told("EDU-MH-01", "2026-02-05T10:00"),
            move("2026-02-10T10:00"),
            told("YJS-REM-01", "2026-02-20T10:00"))
        .then("2026-02-20 P38 raised S2");
  }

  @Test
  void severalEventsAboutOnePlacementAreOne() {
    Story.child()
        .given(
            move("2025-08-01T10:00").with("placementRef", "p-1"),
            police("2025-09-01T10:00"),
            move("2025-11-01T10:00").with("placementRef", "p-2"),
            move("2026-03-01T10:00").with("placementRef", "p-2"))
        .thenNothing();
    Story.child()
        .given(
            police("2026-02-01T10:00"),
            told("CSC-LAC-01", "2026-02-10T10:00").incident("i-1"),
            told("YJS-REM-01", "2026-02-10T10:00").incident("i-1"),
            move("2026-03-01T10:00"))
        .then("2026-02-10 L4 notice to owner");
  }

  @Test
  void twoUnplannedMovesInSixtyDays() {
    Told[] before = {police("2026-01-10T10:00"), move("2026-01-20T10:00")};
    Story.child().given(before).given(move("2026-03-21T09:59")).then("2026-03-21 P38 raised S2");
    Story.child().given(before).given(move("2026-03-21T10:00")).thenNothing();
  }

  @Test
  void plannedMovesDoNotCount() {
    Story.child()
        .given(
            police("2026-01-10T10:00"),
            move("2026-01-20T10:00"),
            move("2026-02-20T10:00").with("planned", true),
            move("2026-05-20T10:00").with("planned", true))
        .thenNothing();
  }

  @Test
  void movesAloneAreNotEnough() {
    Story.child().given(move("2026-01-20T10:00"), move("2026-02-20T10:00")).thenNothing();
    Story.child()
        .given(
            told("HSG-ASB-01", "2026-01-10T10:00"),
            move("2026-01-20T10:00"),
            move("2026-02-20T10:00"))
        .thenNothing();
  }

  @Test
  void theTroubleMayComeLastAndBeOfEachKind() {
    for (String code : new String[] {"POL-MIS-01", "HOM-MIS-01", "ED-MH-01", "POL-PPN-01"}) {
      Story.child()
          .born("2010-01-01")
          .given(move("2026-01-20T10:00"), move("2026-02-20T10:00"), told(code, "2026-02-25T10:00"))
          .then("2026-02-25 P38 raised S2");
    }
  }

  @Test
  void troubleOfALongTimeAgoDoesNotCount() {
    Story.child()
        .given(police("2025-02-20T10:00"), move("2026-01-20T10:00"), move("2026-02-20T10:00"))
        .thenNothing();
    Story.child()
        .given(police("2025-02-20T10:01"), move("2026-01-20T10:00"), move("2026-02-20T10:00"))
        .then("2026-02-20 P38 raised S2");
  }

  @Test
  void aChildWhoIsNoLongerLookedAfterIsNotMovedAnyMore() {
    Story.child()
        .given(
            move("2026-01-20T10:00"),
            move("2026-01-25T10:00"),
            told("CSC-LAC-03", "2026-02-20T10:00"),
            police("2026-02-25T10:00"))
        .thenNothing();
  }

  @Test
  void aRetractedMoveWithdrawsIt() {
    Story.child()
        .given(
            police("2026-01-10T10:00"),
            move("2026-01-20T10:00"),
            move("2026-02-20T10:00").id("move"),
            told("ADM-COR-01", "2026-02-25T10:00").superseding("move").with("retracts", true))
        .then("2026-02-20 P38 raised S2", "2026-02-20 P38 withdrawn");
  }

  @Test
  void threeMoreIncidentsAreToldAgain() {
    Story.child()
        .given(
            police("2026-01-10T10:00"),
            move("2026-01-20T10:00"),
            move("2026-01-25T10:00"),
            police("2026-02-10T10:00"),
            move("2026-02-11T10:00"),
            police("2026-02-20T10:00"))
        .then("2026-01-25 P38 raised S2", "2026-02-20 P38 re-fire S2");
  }

  @Test
  void anEchoOfAMoveIsNoMove() {
    Story.child()
        .given(
            move("2025-08-01T10:00"),
            police("2025-09-01T10:00"),
            move("2025-11-01T10:00"),
            move("2026-03-01T10:00").echoing("nobody-knows"))
        .thenNothing();
  }
}
