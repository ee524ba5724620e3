package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.policy.Told.told;

import org.junit.jupiter.api.Test;
import org.safeguardinghub.risk.policy.finding.Notice;

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

  @Test
  void aFindingOfTheHouseholdThatIsHeardOfLaterCoversItThen() {
    Told adult = told("CSC-PAR-02", "2026-01-10T10:00").at("h-2").received("2026-03-06");
    Story story =
        Story.child()
            .born("2018-01-01")
            .given(
                told("POL-DA-03", "2026-03-04T10:00").at("h-2"), told("EDU-NEG-01", "2026-03-05"));
    assertThat(story.findings().notices()).hasSize(1);
    story.given(adult).then("2026-03-04 L4 notice to owner");
    assertThat(story.findings().notices()).isEmpty();
  }

  @Test
  void whatIsHeardOfTheHouseholdOfLaterDaysDoesNotCoverIt() {
    Story story =
        Story.child()
            .born("2018-01-01")
            .given(
                told("POL-DA-03", "2026-03-04T10:00").at("h-2"),
                told("CSC-PAR-02", "2026-03-05T10:00").at("h-2"),
                told("POL-DA-01", "2026-03-06T10:00").at("h-2").received("2026-03-07"),
                told("CSC-PAR-02", "2026-03-03T10:00").at("h-9").received("2026-03-08"));
    assertThat(story.findings().notices()).hasSize(1);
  }

  @Test
  void whatItSaysIsKeptUpToDate() {
    Story story = Story.child().given(told("EDU-EMO-01", "2026-03-04T10:00").level(4).at("h-2"));
    assertThat(story.findings().notices().getFirst().because())
        .isEqualTo(
            "A report of level 4 by Education and early years on 4 March 2026. No pattern of that day rests on it.");
    assertThat(story.findings().notices().getFirst().notKnown()).isEmpty();
    story.given(
        told("HSG-ASB-01", "2026-03-04T12:00").at("h-2"),
        told("EDU-PROT-01", "2026-03-01T12:00").id("good").received("2026-03-05"));
    Notice notice = story.findings().notices().getFirst();
    assertThat(notice.notKnown()).singleElement().asString().contains("may be about the same");
    assertThat(notice.protective()).containsExactly("good");
    story.then("2026-03-04 L4 notice to owner");
  }
}
