package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.policy.Told.told;

import org.junit.jupiter.api.Test;

/** P36: a baby in an unsettled home with violence, illness or substance misuse. */
final class SafeSleepTest {
  private static Told home(String code, String at) {
    return told(code, at).of("c-fern").at("h-2");
  }

  private static Story baby() {
    return Story.household().born("c-fern", "2026-02-01");
  }

  @Test
  void anUnsettledHomeAndAbuseWithinSixtyDays() {
    Story story =
        baby()
            .given(home("HSG-TA-01", "2026-04-01T10:00"), home("POL-DA-01", "2026-04-20T10:00"))
            .then("2026-04-20 P36 raised S2");
    assertThat(story.only("P36").because())
        .isEqualTo(
            "A baby under 12 months lives in a household about which, within 60 days, these were reported: an unsafe "
                + "or unsettled home (1), domestic abuse or a parent's illness or substance misuse (1); from Police; "
                + "Housing, the first on 1 April 2026 and the last on 20 April 2026.");
  }

  @Test
  void eachKindOfHomeAndOfPressureInEitherOrder() {
    for (String place : new String[] {"HSG-EVI-01", "HSG-TA-01", "HSG-OVC-01", "HSG-DIS-01"}) {
      baby()
          .given(home("GP-PAR-01", "2026-04-01T10:00"), home(place, "2026-04-20T10:00"))
          .then("2026-04-20 P36 raised S2");
    }
    for (String pressure :
        new String[] {"ADU-SUB-01", "POL-SUB-01", "GP-PAR-01", "ADU-MH-01", "HV-DA-01"}) {
      baby()
          .given(home("HSG-OVC-01", "2026-04-01T10:00"), home(pressure, "2026-04-20T10:00"))
          .then("2026-04-20 P36 raised S2");
    }
  }

  @Test
  void oneOfTheTwoIsNot() {
    baby()
        .given(home("HSG-TA-01", "2026-04-01T10:00"), home("HSG-EVI-01", "2026-04-20T10:00"))
        .thenNothing();
    baby().given(home("POL-SUB-01", "2026-04-01T10:00")).thenNothing();
  }

  @Test
  void theWindowIsWithoutItsFirstMoment() {
    baby()
        .given(home("HSG-TA-01", "2026-04-01T10:00"), home("POL-DA-01", "2026-05-31T10:00"))
        .thenNothing();
    baby()
        .given(home("HSG-TA-01", "2026-04-01T10:00"), home("POL-DA-01", "2026-05-31T09:59"))
        .then("2026-05-31 P36 raised S2");
  }

  @Test
  void onlyForAChildUnderOneWhoIsBorn() {
    Told[] both = {home("HSG-TA-01", "2026-04-01T10:00"), home("POL-DA-01", "2026-04-20T10:00")};
    Story.household().born("c-fern", "2025-04-21").given(both).then("2026-04-20 P36 raised S2");
    Story.household().born("c-fern", "2025-04-20").given(both).thenNothing();
    Story.household().given(both).thenNothing();
    Story.household().born("c-fern", "2026-07-01").given(both).thenNothing();
  }

  @Test
  void aBirthCompletesIt() {
    Story.household()
        .born("c-fern", "2026-04-25")
        .given(
            home("HSG-TA-01", "2026-04-01T10:00"),
            home("POL-DA-01", "2026-04-20T10:00"),
            home("MAT-BIR-01", "2026-04-25T04:00"))
        .then("2026-04-25 P36 raised S2");
  }

  @Test
  void adviceOnSafeSleepLowersItForThirtyDays() {
    for (String visit : new String[] {"HV-PROT-01", "HV-VIS-01"}) {
      Told[] before = {
        home("HSG-TA-01", "2026-04-01T10:00"),
        home(visit, "2026-04-05T10:00").with("safeSleepAdvice", true)
      };
      baby()
          .given(before)
          .given(home("POL-DA-01", "2026-05-05T09:59"))
          .then("2026-05-05 P36 raised S4");
      baby()
          .given(before)
          .given(home("POL-DA-01", "2026-05-05T10:00"))
          .then("2026-05-05 P36 raised S2");
    }
    baby()
        .given(
            home("HSG-TA-01", "2026-04-01T10:00"),
            home("HV-PROT-01", "2026-04-05T10:00"),
            home("POL-DA-01", "2026-04-20T10:00"))
        .then("2026-04-20 P36 raised S2");
  }

  @Test
  void whatComesAfterTheAdviceHasFadedRaisesIt() {
    baby()
        .given(
            home("HSG-TA-01", "2026-04-01T10:00"),
            home("HV-PROT-01", "2026-04-05T10:00").with("safeSleepAdvice", true),
            home("POL-SUB-01", "2026-04-20T10:00"),
            home("HSG-EVI-01", "2026-05-06T10:00"))
        .then("2026-04-20 P36 raised S4", "2026-05-06 P36 raised to S2");
  }

  @Test
  void aRetractionWithdrawsIt() {
    baby()
        .given(
            home("HSG-TA-01", "2026-04-01T10:00").id("home"),
            home("POL-DA-01", "2026-04-20T10:00"),
            home("ADM-COR-01", "2026-04-25T10:00").superseding("home").with("retracts", true))
        .then("2026-04-20 P36 raised S2", "2026-04-20 P36 withdrawn");
  }
}
