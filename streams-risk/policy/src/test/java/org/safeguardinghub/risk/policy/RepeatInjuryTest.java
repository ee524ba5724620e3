package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.policy.Told.told;

import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.event.Assertion;
import org.safeguardinghub.kernel.event.SubjectRole;

/** P02: injuries that repeat. */
final class RepeatInjuryTest {
  private static Told hurt(String at) {
    return told("EDU-PHY-01", at);
  }

  private static Told medical(String at) {
    return told("PAE-PHY-01", at).by("fablewick-edu").with("consistentWithAccount", true);
  }

  private static final Told FIRST = hurt("2026-03-04T10:00").id("first");
  private static final Told SECOND = hurt("2026-04-04T10:00").id("second");

  private static Story aged(String born) {
    return Story.child().born(born);
  }

  private static Story eight() {
    return aged("2018-01-01");
  }

  @Test
  void twiceIsEnoughAndOnceIsNot() {
    eight().given(FIRST).thenNothing();
    eight().given(FIRST, SECOND).then("2026-04-04 P02 raised S2");
  }

  @Test
  void theYearIsWithoutItsFirstMoment() {
    eight().given(hurt("2025-06-01T10:00"), hurt("2026-06-01T10:00")).thenNothing();
    eight()
        .given(hurt("2025-06-01T10:00"), hurt("2026-06-01T09:59"))
        .then("2026-06-01 P02 raised S2");
  }

  @Test
  void underFiveItIsCritical() {
    aged("2021-04-05").given(FIRST, SECOND).then("2026-04-04 P02 raised S1");
    aged("2021-04-04").given(FIRST, SECOND).then("2026-04-04 P02 raised S2");
  }

  @Test
  void differentProvidersAreCritical() {
    eight().given(FIRST, told("ED-PHY-01", "2026-04-04T10:00")).then("2026-04-04 P02 raised S1");
    eight()
        .given(FIRST, hurt("2026-04-04T10:00").by("another-school"))
        .then("2026-04-04 P02 raised S1");
  }

  @Test
  void aProviderThatSeesTheSameInjuryIsNoOther() {
    eight()
        .given(
            hurt("2026-03-04T10:00").incident("i-1"),
            told("ED-PHY-01", "2026-03-04T15:00").incident("i-1"),
            SECOND)
        .then("2026-04-04 P02 raised S2");
  }

  @Test
  void anExplanationThatDoesNotFitIsCritical() {
    eight()
        .given(FIRST, hurt("2026-04-04T10:00").with("explanationInconsistent", true))
        .then("2026-04-04 P02 raised S1");
    eight()
        .given(FIRST, hurt("2026-04-04T10:00").with("explanationInconsistent", false))
        .then("2026-04-04 P02 raised S2");
  }

  @Test
  void aFollowUpIsTheSameInjuryButMaySayMore() {
    eight().given(FIRST, hurt("2026-03-06T10:00").with("followUpOf", "first")).thenNothing();
    eight()
        .given(
            FIRST,
            SECOND,
            hurt("2026-04-06T10:00")
                .with("followUpOf", "second")
                .with("explanationInconsistent", true))
        .then("2026-04-04 P02 raised S2", "2026-04-06 P02 raised to S1");
  }

  @Test
  void aHealingFractureFoundBesideABruiseIsASecondInjury() {
    aged("2026-06-09")
        .given(told("HV-PHY-01", "2026-09-01T10:40"), told("PAE-PHY-01", "2026-09-02T09:30"))
        .then(
            "2026-09-01 P01 raised S1",
            "2026-09-01 P29/CLK-33 raised S2",
            "2026-09-02 P02 raised S1");
  }

  @Test
  void oneIncidentAndAnEchoAreOneInjury() {
    eight()
        .given(hurt("2026-03-04T10:00").incident("i-1"), hurt("2026-03-05T10:00").incident("i-1"))
        .thenNothing();
    eight().given(FIRST, hurt("2026-03-05T10:00").echoing("first")).thenNothing();
  }

  @Test
  void fromSixteenOnItIsNotRead() {
    aged("2010-04-05").given(FIRST, SECOND).then("2026-04-04 P02 raised S2");
    aged("2010-04-04").given(FIRST, SECOND).thenNothing();
  }

  @Test
  void anUnknownAgeIsSaidAndRaisesNoFurther() {
    Story story = Story.child().given(FIRST, SECOND).then("2026-04-04 P02 raised S2");
    assertThat(story.only("P02").notKnown()).contains(Story.POLICY.texts().ageUnknown());
    assertThat(eight().given(FIRST, SECOND).only("P02").notKnown())
        .doesNotContain(Story.POLICY.texts().ageUnknown());
  }

  @Test
  void aMedicalThatExplainsThemLowersItUntilTheNextInjury() {
    eight().given(FIRST, medical("2026-03-05T10:00")).then("2026-03-05 P02 raised S3");
    eight()
        .given(FIRST, medical("2026-03-05T10:00"), SECOND)
        .then("2026-03-05 P02 raised S3", "2026-04-04 P02 raised to S2");
    eight()
        .given(FIRST, told("PAE-PHY-01", "2026-03-05T10:00").by("fablewick-edu"))
        .then("2026-03-05 P02 raised S2");
  }

  @Test
  void aMedicalThatComesLaterDoesNotLowerWhatStands() {
    eight()
        .given(FIRST, SECOND, medical("2026-04-05T10:00").with("followUpOf", "second").level(2))
        .then("2026-04-04 P02 raised S2");
  }

  @Test
  void aBirthmarkIsNoInjury() {
    eight()
        .given(
            FIRST, told("PAE-PHY-01", "2026-04-04T10:00").with("birthmarkOpinion", true).level(1))
        .thenNothing();
  }

  @Test
  void deniedCountsAndTheInjuryOfAnotherDoesNot() {
    eight()
        .given(FIRST, hurt("2026-04-04T10:00").asserted(Assertion.DENIED))
        .then("2026-04-04 P02 raised S2");
    eight().given(FIRST, hurt("2026-04-04T10:00").as(SubjectRole.ALLEGED)).thenNothing();
    eight().given(FIRST, hurt("2026-04-04T10:00").as(SubjectRole.SIBLING)).thenNothing();
    eight().given(FIRST, hurt("2026-04-04T10:00").asContext()).thenNothing();
  }

  @Test
  void anOpenCaseDoesNotMuteIt() {
    eight()
        .given(told("CSC-CIN-01", "2026-03-01T10:00"), FIRST, SECOND)
        .then("2026-03-27 P16 raised S2", "2026-04-04 P02 raised S2");
  }

  @Test
  void aRetractionWithdrawsIt() {
    eight()
        .given(
            FIRST,
            SECOND,
            told("ADM-COR-01", "2026-04-10T10:00").superseding("first").with("retracts", true))
        .then("2026-04-04 P02 raised S2", "2026-04-04 P02 withdrawn");
  }

  @Test
  void aThirdInjuryBySomebodyElseRaisesTheSeverity() {
    eight()
        .given(FIRST, SECOND, told("ED-PHY-01", "2026-04-06T10:00"))
        .then("2026-04-04 P02 raised S2", "2026-04-06 P02 raised to S1");
  }
}
