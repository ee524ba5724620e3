package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.policy.Told.told;

import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.event.SubjectRole;
import org.safeguardinghub.risk.policy.file.PolicyFile;
import org.safeguardinghub.risk.policy.rule.Policy;

/** P14: different children, one place. */
final class SamePlaceTest {
  private static final String PLACE = "p-square";

  private static Told at(String code, String at, String... children) {
    return told(code, at).place(PLACE).of(children);
  }

  private static Story two() {
    return Story.place()
        .given(
            at("POL-EXP-01", "2026-03-01T20:00", "c-1"),
            at("POL-EXP-01", "2026-03-05T20:00", "c-2"));
  }

  @Test
  void threeChildrenByTwoFamilies() {
    Story story =
        two().given(at("VCS-YTH-01", "2026-03-20T20:00", "c-3")).then("2026-03-20 P14 raised S2");
    assertThat(story.only("P14").because())
        .contains("3 different children", "there were 0 such incidents")
        .doesNotContain("c-");
  }

  @Test
  void twoChildrenAreNotEnough() {
    two().given(at("VCS-YTH-01", "2026-03-20T20:00", "c-2")).thenNothing();
    two().given(at("VCS-YTH-01", "2026-03-20T20:00")).thenNothing();
  }

  @Test
  void aBrotherWhoIsOnlyMentionedIsNoneOfThem() {
    two().given(at("VCS-YTH-01", "2026-03-20T20:00", "c-3").as(SubjectRole.SIBLING)).thenNothing();
  }

  @Test
  void oneFamilyIsNotEnoughUnlessTwoAuthoritiesSpeak() {
    two().given(at("BTP-EXP-01", "2026-03-20T20:00", "c-3")).thenNothing();
    Story.place()
        .given(
            at("EDU-ONL-01", "2026-03-01T20:00", "c-1").with("authorityRef", "la-1"),
            at("EDU-ONL-01", "2026-03-05T20:00", "c-2").with("authorityRef", "la-1"),
            at("EDU-ONL-01", "2026-03-06T20:00", "c-3").with("authorityRef", "la-2"))
        .then("2026-03-06 P14 raised S2");
  }

  @Test
  void theWindowIsWithoutItsFirstMoment() {
    // 90 days after 1 March 20:00 are 21:00 by summer time.
    two().given(at("VCS-YTH-01", "2026-05-30T21:00", "c-3")).thenNothing();
    two().given(at("VCS-YTH-01", "2026-05-30T20:59", "c-3")).then("2026-05-30 P14 raised S2");
  }

  @Test
  void otherKindsOfReportsAreNotMeant() {
    two().given(at("EDU-BUL-01", "2026-03-20T20:00", "c-3")).thenNothing();
    two().given(at("HOM-REG-01", "2026-03-20T20:00", "c-3")).thenNothing();
  }

  @Test
  void theHighestLevelOrSexualExploitationIsCritical() {
    two()
        .given(at("VCS-YTH-01", "2026-03-20T20:00", "c-3").level(4))
        .then("2026-03-20 P14 raised S1");
    two()
        .given(at("HOM-REG-01", "2026-03-20T20:00", "c-3").with("harmType", "CSE"))
        .then("2026-03-20 P14 raised S1");
    two()
        .given(at("HOM-REG-01", "2026-03-20T20:00", "c-3").with("harmType", "CCE"))
        .then("2026-03-20 P14 raised S2");
  }

  @Test
  void anEchoAddsAChildOfWhomNothingElseWasHeardAndNoOther() {
    String first = "POL-EXP-01@2026-03-01T20:00";
    Told online = at("EDU-ONL-01", "2026-03-10T20:00", "c-2");
    Story.place()
        .given(
            at("POL-EXP-01", "2026-03-01T20:00", "c-1"),
            online,
            at("VCS-YTH-01", "2026-03-01T20:30", "c-3").echoing(first))
        .then("2026-03-10 P14 raised S2");
    Story.place()
        .given(
            at("POL-EXP-01", "2026-03-01T20:00", "c-1"),
            online,
            at("VCS-YTH-01", "2026-03-01T20:30", "c-1").echoing(first))
        .thenNothing();
  }

  @Test
  void onlyThoseOnWhomItRestsAreNamed() {
    Story story =
        Story.place()
            .given(
                at("POL-EXP-01", "2025-10-01T20:00", "c-9"),
                at("POL-VIO-01", "2026-03-01T20:00", "c-1").incident("i-1"),
                at("POL-VIO-01", "2026-03-01T20:00", "c-2").incident("i-1").id("another"),
                at("VCS-YTH-01", "2026-03-20T20:00", "c-3"))
            .then("2026-03-20 P14 raised S2");
    assertThat(story.only("P14").children()).containsExactly("c-1", "c-2", "c-3");
    assertThat(story.only("P14").evidence()).hasSize(3);
    assertThat(story.only("P14").because())
        .contains("in 2 incidents", "there were 1 such incidents");
  }

  @Test
  void aPlaceOnThePartnershipsListIsLeftOut() {
    String yaml =
        PolicyFile.shippedText().replace("      excluded: []\n", "      excluded: [p-square]\n");
    Policy policy =
        ((PolicyFile.Reading.Sound) PolicyFile.read("policy", yaml, Told.CATALOGUE)).policy();
    two()
        .given(at("VCS-YTH-01", "2026-03-20T20:00", "c-3"))
        .under(policy)
        .then("2026-03-20 P14 raised S2", "2026-03-20 P14 withdrawn");
  }

  @Test
  void aRetractionWithdrawsIt() {
    two()
        .given(
            at("VCS-YTH-01", "2026-03-20T20:00", "c-3"),
            told("ADM-COR-01", "2026-03-21T20:00")
                .place(PLACE)
                .superseding("POL-EXP-01@2026-03-05T20:00")
                .with("retracts", true))
        .then("2026-03-20 P14 raised S2", "2026-03-20 P14 withdrawn");
  }

  @Test
  void aNewFamilyIsToldAfterAFortnight() {
    Told third = at("VCS-YTH-01", "2026-03-20T20:00", "c-3");
    two()
        .given(third, at("HOM-EXP-01", "2026-04-03T20:59", "c-4"))
        .then("2026-03-20 P14 raised S2");
    two()
        .given(third, at("HOM-EXP-01", "2026-04-03T21:00", "c-4"))
        .then("2026-03-20 P14 raised S2", "2026-04-03 P14 re-fire S2");
  }
}
