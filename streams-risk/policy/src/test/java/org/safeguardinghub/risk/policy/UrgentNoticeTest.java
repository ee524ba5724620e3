package org.safeguardinghub.risk.policy;

import static org.safeguardinghub.risk.policy.Told.told;

import org.junit.jupiter.api.Test;

/** No counting concern of level 4 goes unseen. */
final class UrgentNoticeTest {
  @Test
  void aLevelFourThatNoFindingRestsOnGivesANotice() {
    Story.child()
        .given(told("EDU-SEX-01", "2026-05-06T10:00"))
        .then("2026-05-06 L4 notice to owner");
  }

  @Test
  void notIfAFindingOfItsDayRestsOnIt() {
    Story.child().given(told("HV-PHY-01", "2026-05-06T10:00")).then("2026-05-06 P01 raised S1");
  }

  @Test
  void theNoticeToAWorkerIsNoFinding() {
    Story.child()
        .given(
            told("CSC-ASM-01", "2026-05-01T10:00"),
            told("EDU-NEG-01", "2026-05-02T10:00"),
            told("GP-WNB-01", "2026-05-03T10:00"),
            told("HSG-ASB-01", "2026-05-04T10:00"),
            told("POL-SEX-01", "2026-05-06T10:00"))
        .then("2026-05-06 L4 notice to owner", "2026-05-06 P03 notice to allocated worker");
  }

  @Test
  void aHouseholdFindingCoversItForTheChild() {
    Told first = told("POL-DA-01", "2026-04-20T10:00").at("h-2").asContext().of("c-fern");
    Told second = told("POL-DA-03", "2026-05-06T10:00").at("h-2");
    Story.child().given(first, second).thenNothing();
    Story.child().given(second).then("2026-05-06 L4 notice to owner");
  }

  @Test
  void processEventsEchoesAndHeldBackOnesGiveNone() {
    Story.child()
        .given(
            told("CSC-STR-01", "2026-05-06T10:00"),
            told("POL-PPN-03", "2026-05-06T10:00").echoing("reported"),
            told("SXH-EXP-01", "2026-05-06T10:00").heldBack())
        .thenNothing();
  }

  @Test
  void aHouseholdsTimelineGivesNone() {
    Story.household().given(told("EDU-SEX-01", "2026-05-06T10:00").of("c-fern")).thenNothing();
  }
}
