package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.policy.Told.told;

import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.event.SubjectRole;
import org.safeguardinghub.risk.policy.finding.Finding;

/** P01: a bruise or injury in a baby who cannot move by itself. */
final class NonMobileInjuryTest {
  private static final String BORN = "2026-06-09";

  @Test
  void theTypeAloneIsEnough() {
    Story.child().given(told("HV-PHY-01", "2026-09-01T10:40")).then("2026-09-01 P01 raised S1");
    Story.child().given(told("ED-PHY-02", "2026-09-01T10:40")).then("2026-09-01 P01 raised S1");
  }

  @Test
  void soIsAnyInjuryOfABabySaidNotToBeMobile() {
    Story.child()
        .given(told("NUR-PHY-01", "2026-09-01T10:40").with("nonMobile", true))
        .then("2026-09-01 P01 raised S1");
  }

  @Test
  void underSixMonthsABabyCountsAsNotMobileWhereNobodySays() {
    Story.child()
        .born(BORN)
        .given(told("NUR-PHY-01", "2026-12-08T10:40"))
        .then("2026-12-08 P01 raised S1");
    Story.child().born(BORN).given(told("NUR-PHY-01", "2026-12-09T10:40")).thenNothing();
  }

  @Test
  void whereSomebodySaysThatItIsMobileAgeRaisesNothing() {
    Story.child()
        .born(BORN)
        .given(told("NUR-PHY-01", "2026-12-08T10:40").with("nonMobile", false))
        .thenNothing();
  }

  @Test
  void aBrothersBirthmarkExplainsNothing() {
    Told opinion = told("PAE-PHY-01", "2026-09-01T14:00").with("birthmarkOpinion", true);
    Told mark = told("HV-PHY-01", "2026-09-01T10:40");
    Story.child().given(mark, opinion.as(SubjectRole.SIBLING)).then("2026-09-01 P01 raised S1");
    assertThat(Story.child().given(mark, opinion.as(SubjectRole.HARMED)).findings().findings())
        .isEmpty();
  }

  @Test
  void anUnknownAgeRaisesNothing() {
    Story.child().given(told("NUR-PHY-01", "2026-12-08T10:40")).thenNothing();
  }

  @Test
  void theDateOfBirthThatMostEventsGiveHolds() {
    Story.child()
        .given(
            told("HV-PROT-01", "2026-06-20T10:00").born(BORN),
            told("HV-PROT-01", "2026-06-21T10:00").born(BORN),
            told("HV-PROT-01", "2026-06-22T10:00").born("2020-06-09"),
            told("NUR-PHY-01", "2026-08-08T10:40"))
        .then("2026-08-08 P01 raised S1");
  }

  @Test
  void anOlderChildsInjuryIsNone() {
    Story.child().born("2019-03-14").given(told("EDU-PHY-01", "2026-09-01T10:40")).thenNothing();
  }

  @Test
  void eachInjuryIsAFindingOfItsOwn() {
    Story.child()
        .given(told("HV-PHY-01", "2026-09-01T10:40"), told("ED-PHY-02", "2026-09-03T10:40"))
        .then(
            "2026-09-01 P01 raised S1",
            "2026-09-01 P29/CLK-33 raised S2",
            "2026-09-03 P01 raised S1",
            "2026-09-03 P02 raised S2");
  }

  @Test
  void twoReportsOfOneInjuryAreOne() {
    Story.child()
        .given(
            told("HV-PHY-01", "2026-09-01T10:40").incident("i-1"),
            told("ED-PHY-02", "2026-09-01T15:40").incident("i-1"))
        .then("2026-09-01 P01 raised S1");
  }

  @Test
  void theMedicalThatFollowsIsItsAnswerUnlessItSaysMore() {
    Told finding = told("HV-PHY-01", "2026-09-01T10:40");
    Story.child()
        .born(BORN)
        .given(finding, told("PAE-PHY-01", "2026-09-02T09:30"))
        // What it found is a second injury.
        .then(
            "2026-09-01 P01 raised S1",
            "2026-09-01 P29/CLK-33 raised S2",
            "2026-09-02 P02 raised S1");
    Story.child()
        .born(BORN)
        .given(finding, told("PAE-PHY-01", "2026-09-02T09:30").with("nonMobile", true))
        .then(
            "2026-09-01 P01 raised S1",
            "2026-09-01 P29/CLK-33 raised S2",
            "2026-09-02 P01 raised S1",
            "2026-09-02 P02 raised S1");
    Story.child()
        .born(BORN)
        .given(told("PAE-PHY-01", "2026-09-02T09:30"))
        .then("2026-09-02 P01 raised S1");
  }

  @Test
  void anOpinionOfBirthmarkOnTheSameDayClosesIt() {
    Told bruise = told("NUR-PHY-01", "2026-09-01T10:40").with("nonMobile", true);
    Told opinion = told("PAE-PHY-01", "2026-09-01T16:00").with("birthmarkOpinion", true).level(1);
    Story.child()
        .given(bruise, opinion)
        .then("2026-09-01 P01 raised S1", "2026-09-01 P01 withdrawn");
    Told nextDay = told("PAE-PHY-01", "2026-09-02T09:00").with("birthmarkOpinion", true).level(1);
    Story.child()
        .given(bruise, nextDay)
        .then("2026-09-01 P01 raised S1", "2026-09-01 P29/CLK-33 raised S2");
  }

  @Test
  void anOpenCaseMutesNothing() {
    Story.child()
        .given(told("CSC-REF-01", "2026-08-30T10:00"), told("HV-PHY-01", "2026-09-01T10:40"))
        .then("2026-09-01 P01 raised S1");
  }

  @Test
  void anInjuryOfASiblingIsNotThisChilds() {
    Story.child()
        .given(told("HV-PHY-01", "2026-09-01T10:40").as(SubjectRole.SIBLING))
        .thenNothing();
    Story.child().given(told("HV-PHY-01", "2026-09-01T10:40").asContext()).thenNothing();
  }

  @Test
  void anOpenIdentityIsSaid() {
    Finding finding =
        Story.child().given(told("HV-PHY-01", "2026-09-01T10:40").openIdentity()).only("P01");
    assertThat(finding.identityUnconfirmed()).isTrue();
    assertThat(finding.notKnown()).contains(Story.POLICY.texts().identityOpen());
  }

  @Test
  void aSettledIdentityIsUpdatedSilently() {
    Story story =
        Story.child()
            .given(
                told("HV-PHY-01", "2026-09-01T10:40").openIdentity(),
                told("HV-PHY-01", "2026-09-01T10:40"))
            .then("2026-09-01 P01 raised S1");
    assertThat(story.only("P01").identityUnconfirmed()).isFalse();
    assertThat(story.decisions()).hasSize(2);
  }
}
