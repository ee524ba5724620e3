package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.policy.Told.told;

import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.event.Assertion;
import org.safeguardinghub.kernel.event.HandlingClass;

/** P22: a household that moves often, with a concern beside. */
final class FrequentMovesTest {
  private static Told home(String code, String at) {
    return told(code, at).of("c-fern").at("h-2");
  }

  private static Told lives(String dwelling, String at) {
    return home("EDU-ATT-01", at).with("dwellingRef", dwelling);
  }

  private static Told worry(String at) {
    return home("EDU-NEG-02", at);
  }

  private static final Told[] TWO_HOMES = {
    lives("d-1", "2025-08-01T10:00"), lives("d-2", "2025-12-01T10:00")
  };

  @Test
  void threeDwellingsInAYearAndAConcern() {
    Story story =
        Story.household()
            .given(worry("2025-10-01T10:00"))
            .given(TWO_HOMES)
            .given(lives("d-3", "2026-03-01T10:00"))
            .then("2026-03-01 P22 raised S3");
    assertThat(story.only("P22").because())
        .isEqualTo(
            "3 dwellings of this household in 365 days, the first known on 1 August 2025 and the latest on 1 March "
                + "2026. Concerns of level 2 or higher were reported, the first of that time on 1 October 2025.");
    assertThat(story.only("P22").evidence()).hasSize(4);
  }

  @Test
  void theConcernMayComeLast() {
    Story.household()
        .given(TWO_HOMES)
        .given(lives("d-3", "2026-03-01T10:00"), worry("2026-04-01T10:00"))
        .then("2026-04-01 P22 raised S3");
  }

  @Test
  void twoDwellingsHoweverOftenTold() {
    Story.household()
        .given(TWO_HOMES)
        .given(
            lives("d-1", "2026-01-01T10:00"),
            lives("d-2", "2026-02-01T10:00"),
            worry("2026-04-01T10:00"))
        .thenNothing();
  }

  @Test
  void theYearIsWithoutItsFirstMoment() {
    Story.household()
        .given(TWO_HOMES)
        .given(worry("2026-02-01T10:00"), lives("d-3", "2026-08-01T10:00"))
        .thenNothing();
    Story.household()
        .given(TWO_HOMES)
        .given(worry("2026-02-01T10:00"), lives("d-3", "2026-08-01T09:59"))
        .then("2026-08-01 P22 raised S3");
    Story.household()
        .given(worry("2025-03-01T10:00"))
        .given(TWO_HOMES)
        .given(lives("d-3", "2026-03-01T10:00"))
        .thenNothing();
  }

  @Test
  void movingAloneIsNoConcern() {
    Told last = lives("d-3", "2026-03-01T10:00");
    Story.household().given(TWO_HOMES).given(last).thenNothing();
    for (Told none :
        new Told[] {
          worry("2026-04-01T10:00").level(1),
          worry("2026-04-01T10:00").asserted(Assertion.UNFOUNDED),
          worry("2026-04-01T10:00").heldBack(),
          worry("2026-04-01T10:00").echoing("unknown"),
          home("HSG-MOV-01", "2026-04-01T10:00"),
          home("CSC-VIS-01", "2026-04-01T10:00")
        }) {
      Story.household().given(TWO_HOMES).given(last, none).thenNothing();
    }
  }

  @Test
  void twoAuthorities() {
    Story.household()
        .given(
            worry("2026-01-01T10:00").with("authorityRef", "a-1"),
            home("GP-REG-02", "2026-03-01T10:00").with("authorityRef", "a-2"))
        .then("2026-03-01 P22 raised S3");
    Story.household()
        .given(
            worry("2026-01-01T10:00").with("authorityRef", "a-1"),
            home("GP-REG-02", "2026-03-01T10:00").with("authorityRef", "a-1"))
        .thenNothing();
  }

  @Test
  void threeSchoolsOfOneChild() {
    Told[] two = {
      worry("2025-10-01T10:00").with("schoolRef", "s-1"),
      home("EDU-ATT-01", "2026-01-10T10:00").with("schoolRef", "s-2")
    };
    Story.household()
        .given(two)
        .given(home("EDU-ATT-01", "2026-03-10T10:00").with("schoolRef", "s-3"))
        .then("2026-03-10 P22 raised S3");
    Story.household()
        .given(two)
        .given(home("EDU-ATT-01", "2026-03-10T10:00").of("c-moss").with("schoolRef", "s-3"))
        .thenNothing();
  }

  @Test
  void refugesPlacementsAndProtectedLocationsNeverCount() {
    for (Told hidden :
        new Told[] {
          home("HSG-DA-01", "2026-03-01T10:00").handled(HandlingClass.H1),
          lives("d-3", "2026-03-01T10:00").handled(HandlingClass.H4),
          home("CSC-LAC-01", "2026-03-01T10:00"),
          home("CSC-LAC-02", "2026-03-01T10:00")
        }) {
      Story.household()
          .given(worry("2025-10-01T10:00"))
          .given(TWO_HOMES)
          .given(hidden.with("dwellingRef", "d-3"))
          .thenNothing();
    }
  }

  @Test
  void whatTheCouncilArrangesCountsOnce() {
    Told first = home("HSG-TA-01", "2026-03-01T10:00").with("dwellingRef", "d-2");
    Told second = home("HSG-TA-01", "2026-04-01T10:00").with("dwellingRef", "d-3");
    Story.household()
        .given(
            lives("d-1", "2026-01-01T10:00"),
            first.with("councilArranged", true),
            second.with("councilArranged", true))
        .thenNothing();
    Story.household()
        .given(
            lives("d-1", "2026-01-01T10:00"),
            first,
            home("HSG-TA-01", "2026-04-01T10:00").with("dwellingRef", "d-3"))
        .then("2026-04-01 P22 raised S3");
  }

  @Test
  void aChildProtectionPlanRaisesItWhileItLasts() {
    Told[] moves = {
      TWO_HOMES[0], TWO_HOMES[1], worry("2026-02-01T10:00"), lives("d-3", "2026-03-01T10:00")
    };
    Story.household()
        .given(home("CSC-ICP-01", "2025-07-01T10:00"))
        .given(moves)
        .then("2026-03-01 P22 raised S2");
    Story.household()
        .given(home("CSC-ICP-01", "2025-07-01T10:00"), home("CSC-CPP-02", "2025-09-01T10:00"))
        .given(moves)
        .then("2026-03-01 P22 raised S3");
    Story.household()
        .given(moves)
        .given(home("CSC-ICP-01", "2026-03-10T10:00"))
        .then("2026-03-01 P22 raised S3", "2026-03-10 P22 raised to S2");
  }

  @Test
  void thePlanOfOneChildDoesNotEndWithThatOfAnother() {
    Story.household()
        .given(
            home("CSC-ICP-01", "2025-07-01T10:00"),
            home("CSC-ICP-01", "2025-07-01T11:00").of("c-moss"),
            home("CSC-CPP-02", "2025-07-20T10:00").of("c-moss"))
        .given(TWO_HOMES)
        .given(worry("2026-02-01T10:00"), lives("d-3", "2026-03-01T10:00"))
        .then("2026-03-01 P22 raised S2");
  }

  @Test
  void aRetractedConcernWithdrawsIt() {
    Story.household()
        .given(TWO_HOMES)
        .given(
            worry("2026-02-01T10:00").id("worry"),
            lives("d-3", "2026-03-01T10:00"),
            home("ADM-COR-01", "2026-03-05T10:00").superseding("worry").with("retracts", true))
        .then("2026-03-01 P22 raised S3", "2026-03-01 P22 withdrawn");
  }

  @Test
  void authoritiesAndThenDwellingsAreOneFinding() {
    Story story =
        Story.household()
            .given(
                worry("2025-07-15T10:00"),
                home("EDU-ATT-01", "2025-08-01T10:00").with("authorityRef", "a-1"),
                home("EDU-ATT-01", "2025-09-01T10:00").with("authorityRef", "a-2"),
                lives("d-1", "2025-10-01T10:00"),
                lives("d-2", "2025-12-01T10:00"),
                lives("d-3", "2026-03-01T10:00"))
            .then("2025-09-01 P22 raised S3", "2026-03-01 P22 re-fire S3");
    assertThat(story.only("P22").because())
        .startsWith("3 dwellings of this household in 365 days, the first known on 1 October 2025");
    assertThat(story.only("P22").evidence()).hasSize(6);
  }
}
