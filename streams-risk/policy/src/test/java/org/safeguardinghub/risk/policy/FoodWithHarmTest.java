package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.policy.Told.told;

import org.junit.jupiter.api.Test;

/** P05: hunger with weight loss or injury. */
final class FoodWithHarmTest {
  private static Told weight(String at) {
    return told("SCN-NEG-01", at).with("growthFaltering", true);
  }

  @Test
  void hungerAndFalteringGrowthInEitherOrder() {
    Story.child()
        .given(told("EDU-NEG-01", "2026-05-13T10:00"), weight("2026-05-20T10:00"))
        .then("2026-05-20 P05 raised S2");
    Story.child()
        .given(weight("2026-05-13T10:00"), told("NUR-NEG-01", "2026-05-20T10:00"))
        .then("2026-05-20 P05 raised S2");
  }

  @Test
  void hungerAndUnexplainedInjury() {
    Story.child()
        .given(told("EDU-NEG-01", "2026-05-13T10:00"), told("EDU-PHY-01", "2026-05-20T10:00"))
        .then("2026-05-20 P05 raised S2");
  }

  @Test
  void bothAreCritical() {
    Story.child()
        .given(
            weight("2026-05-13T10:00"),
            told("EDU-PHY-01", "2026-05-20T10:00"),
            told("EDU-NEG-01", "2026-05-21T10:00"))
        .then("2026-05-21 P05 raised S1");
  }

  @Test
  void theSecondHarmRaisesIt() {
    Story.child()
        .given(
            told("EDU-NEG-01", "2026-05-13T10:00"),
            weight("2026-05-14T10:00"),
            told("EDU-PHY-01", "2026-05-15T10:00"))
        .then("2026-05-14 P05 raised S2", "2026-05-15 P05 raised to S1");
  }

  @Test
  void theWindowIsNinetyDaysWithoutItsFirstMoment() {
    Told food = told("EDU-NEG-01", "2026-04-01T10:00");
    Story.child().given(food, weight("2026-06-30T10:00")).thenNothing();
    Story.child().given(food, weight("2026-06-30T09:59")).then("2026-06-30 P05 raised S2");
  }

  @Test
  void hungerAloneAndHarmAloneAreNotIt() {
    Story.child()
        .given(told("EDU-NEG-01", "2026-05-13T10:00"), told("EDU-NEG-01", "2026-05-20T10:00"))
        .thenNothing();
    Story.child()
        .given(weight("2026-05-13T10:00"), told("EDU-PHY-01", "2026-05-20T10:00"))
        .thenNothing();
  }

  @Test
  void aWeightConcernWithoutFalteringGrowthAndAStabbingAreNotIt() {
    Story.child()
        .given(told("EDU-NEG-01", "2026-05-13T10:00"), told("SCN-NEG-01", "2026-05-20T10:00"))
        .thenNothing();
    Story.child()
        .given(
            told("EDU-NEG-01", "2026-05-13T10:00"), told("ED-VIO-01", "2026-05-20T10:00").level(3))
        .thenNothing();
  }

  @Test
  void abuseInTheHouseholdMakesItCriticalEvenIfASiblingWasNamed() {
    Told abuse = told("POL-DA-01", "2025-12-01T10:00").asContext().of("c-fern");
    Story story =
        Story.child()
            .given(abuse, told("EDU-NEG-01", "2026-05-13T10:00"), weight("2026-05-20T10:00"))
            .then("2026-05-20 P05 raised S1");
    assertThat(story.only("P05").evidenceIds()).contains(abuse.event().eventId());
    assertThat(story.only("P05").because())
        .endsWith("Domestic abuse in the household in the past year: reported.");
  }

  @Test
  void abuseOfMoreThanAYearAgoDoesNot() {
    Story.child()
        .given(
            told("POL-DA-01", "2025-05-20T10:00").asContext(),
            told("EDU-NEG-01", "2026-05-13T10:00"),
            weight("2026-05-20T10:00"))
        .then("2026-05-20 P05 raised S2");
  }

  @Test
  void abuseThatIsLearnedLateRaisesWhatStands() {
    Story.child()
        .given(
            told("EDU-NEG-01", "2026-05-13T10:00"),
            weight("2026-05-20T10:00"),
            told("POL-DA-01", "2026-03-01T10:00").asContext().received("2026-05-25T10:00"))
        .then("2026-05-20 P05 raised S2", "2026-05-20 P05 raised to S1");
  }

  @Test
  void anOpenCaseMutesNothing() {
    Story.child()
        .given(
            told("CSC-ASM-01", "2026-05-01T10:00"),
            told("EDU-NEG-01", "2026-05-13T10:00"),
            weight("2026-05-20T10:00"))
        .then("2026-05-20 P05 raised S2");
  }

  @Test
  void withdrawnWhenTheInjuryIsRetracted() {
    Story.child()
        .given(
            told("EDU-NEG-01", "2026-05-13T10:00"),
            told("EDU-PHY-01", "2026-05-20T10:00").id("injury"),
            told("ADM-COR-01", "2026-05-21T10:00").superseding("injury").with("retracts", true))
        .then("2026-05-20 P05 raised S2", "2026-05-20 P05 withdrawn");
  }
}
