package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.policy.Told.told;

import org.junit.jupiter.api.Test;

/** P21: a new adult, then harm; each occurrence is found on one timeline only. */
final class NewAdultTest {
  private static final Told ADULT = told("CSC-PAR-02", "2026-01-10T10:00").at("h-2").id("adult");

  private static Told hurt(String at) {
    return told("EDU-PHY-01", at).at("h-2");
  }

  private static Told abuse(String at) {
    return told("POL-DA-01", at).at("h-2").of("c-fern");
  }

  private static Story eight() {
    return Story.child().born("2018-01-01");
  }

  @Test
  void anInjuryIsAFindingAboutTheChild() {
    eight().given(ADULT, hurt("2026-03-04T10:00")).then("2026-03-04 P21 raised S2");
    Story.household().given(ADULT, hurt("2026-03-04T10:00").of("c-fern")).thenNothing();
  }

  @Test
  void domesticAbuseIsAFindingAboutTheHousehold() {
    Story.household().given(ADULT, abuse("2026-03-04T10:00")).then("2026-03-04 P21 raised S2");
    Story.child().given(ADULT, told("POL-DA-01", "2026-03-04T10:00").at("h-2")).thenNothing();
    Story.child().given(ADULT, abuse("2026-03-04T10:00").asContext()).thenNothing();
  }

  @Test
  void domesticAbuseThatNamesNoHouseholdIsAFindingAboutTheChild() {
    eight().given(ADULT, told("POL-DA-01", "2026-03-04T10:00")).then("2026-03-04 P21 raised S2");
    eight()
        .given(
            told("CSC-PAR-02", "2026-01-10T10:00"), told("POL-DA-01", "2026-03-04T10:00").at("h-2"))
        .then("2026-03-04 P21 raised S2");
  }

  @Test
  void anAdultInAnotherHouseholdHasNothingToDoWithIt() {
    eight().given(ADULT, told("POL-DA-01", "2026-03-04T10:00").at("h-9")).thenNothing();
  }

  @Test
  void theAdultMayBeKnownFromAnotherMemberOfTheHousehold() {
    eight()
        .given(
            told("CSC-PAR-02", "2026-01-10T10:00").at("h-2").of("c-fern").asContext(),
            hurt("2026-03-04T10:00"))
        .then("2026-03-04 P21 raised S2");
  }

  @Test
  void theInjuryOfAnotherMemberIsNotThisChilds() {
    eight().given(ADULT, hurt("2026-03-04T10:00").of("c-fern").asContext()).thenNothing();
  }

  @Test
  void anyReportMaySpeakOfANewPartner() {
    eight()
        .given(
            told("EDU-PROT-01", "2026-01-10T10:00").with("newPartner", true),
            hurt("2026-03-04T10:00"))
        .then("2026-03-04 P21 raised S2");
    eight()
        .given(
            told("EDU-PROT-01", "2026-01-10T10:00").with("newPartner", false),
            hurt("2026-03-04T10:00"))
        .thenNothing();
  }

  @Test
  void aReportThatTellsOfBothIsNoSequence() {
    eight().given(hurt("2026-03-04T10:00").with("newPartner", true)).thenNothing();
    Story.household().given(abuse("2026-03-04T10:00").with("newPartner", true)).thenNothing();
  }

  @Test
  void onlyHarmThatFollows() {
    eight().given(hurt("2026-01-10T09:59"), ADULT).thenNothing();
    eight().given(hurt("2026-01-10T10:00"), ADULT).then("2026-01-10 P21 raised S2");
  }

  @Test
  void withinAHundredAndEightyDays() {
    // 180 days after 10 January 10:00 are 11:00 by summer time.
    eight().given(ADULT, hurt("2026-07-09T11:00")).thenNothing();
    eight().given(ADULT, hurt("2026-07-09T10:59")).then("2026-07-09 P21 raised S2");
  }

  @Test
  void underFiveItIsCritical() {
    Story.child()
        .born("2021-03-05")
        .given(ADULT, hurt("2026-03-04T10:00"))
        .then("2026-03-04 P21 raised S1");
    Story.child()
        .born("2021-03-04")
        .given(ADULT, hurt("2026-03-04T10:00"))
        .then("2026-03-04 P21 raised S2");
    Story.household()
        .born("c-fern", "2021-03-05")
        .given(ADULT, abuse("2026-03-04T10:00"))
        .then("2026-03-04 P21 raised S1");
  }

  @Test
  void anUnknownAgeIsSaid() {
    Story story =
        Story.child().given(ADULT, hurt("2026-03-04T10:00")).then("2026-03-04 P21 raised S2");
    assertThat(story.only("P21").notKnown()).contains(Story.POLICY.texts().ageUnknown());
  }

  @Test
  void clearChecksChangeTheTextAndNotTheAlert() {
    Story story = eight().given(ADULT, hurt("2026-03-04T10:00"));
    assertThat(story.only("P21").because())
        .contains("a new adult in the household was reported (10 January 2026).")
        .doesNotContain("Checks");
    story
        .given(
            told("ADM-COR-01", "2026-03-10T10:00").superseding("adult").with("checksClear", true))
        .then("2026-03-04 P21 raised S2");
    assertThat(story.only("P21").because()).contains("Checks on an adult are recorded as clear.");
  }

  @Test
  void theHouseholdsFindingCoversALevelFourForTheChild() {
    eight().given(ADULT, told("POL-DA-03", "2026-03-04T10:00").at("h-2")).thenNothing();
  }

  @Test
  void aBirthmarkIsNoHarm() {
    eight()
        .given(
            ADULT, told("PAE-PHY-01", "2026-03-04T10:00").with("birthmarkOpinion", true).level(1))
        .thenNothing();
  }

  @Test
  void aRetractionOfTheAdultWithdrawsIt() {
    eight()
        .given(
            ADULT,
            hurt("2026-03-04T10:00"),
            told("ADM-COR-01", "2026-03-10T10:00").superseding("adult").with("retracts", true))
        .then("2026-03-04 P21 raised S2", "2026-03-04 P21 withdrawn");
  }

  @Test
  void whereTheHouseholdOfOneAdultIsKnownTheAbuseIsTheHouseholds() {
    eight()
        .given(
            ADULT,
            told("CSC-PAR-02", "2026-01-12T10:00"),
            told("POL-DA-01", "2026-03-04T10:00").at("h-2"))
        .thenNothing();
  }

  @Test
  void theLatestAdultBeforeTheLatestHarmIsNamed() {
    Story story =
        eight()
            .given(
                ADULT,
                told("POL-DA-01", "2026-03-02T10:00"),
                told("CSC-PAR-02", "2026-03-03T10:00").at("h-2"),
                hurt("2026-03-04T10:00"));
    assertThat(story.only("P21").firings().getLast().date()).isEqualTo("2026-03-02");
    story.given(hurt("2026-03-20T10:00").id("again"));
    assertThat(story.only("P21").evidence()).extracting("eventId").contains("again", "adult");
  }
}
