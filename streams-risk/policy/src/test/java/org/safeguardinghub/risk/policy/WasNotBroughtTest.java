package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.policy.Told.told;

import org.junit.jupiter.api.Test;

/** P06: a child who is not brought to appointments. */
final class WasNotBroughtTest {
  private static final Told FIRST = told("HOS-WNB-02", "2026-01-28T14:00");
  private static final Told SECOND = told("GP-WNB-01", "2026-03-04T09:30");
  private static final Told THIRD = told("CAM-MH-02", "2026-04-17T08:30");

  @Test
  void threeInHalfAYearInAnyServices() {
    Story.child().given(FIRST, SECOND, THIRD).then("2026-04-17 P06 raised S3");
  }

  @Test
  void twoAreTooFew() {
    Story.child().given(FIRST, SECOND).thenNothing();
  }

  @Test
  void theWindowIsHalfAYearWithoutItsFirstMoment() {
    // 180 days after 28 January 14:00 are 15:00 by summer time.
    Story.child().given(FIRST, SECOND, told("GP-WNB-01", "2026-07-27T15:00")).thenNothing();
    Story.child()
        .given(FIRST, SECOND, told("GP-WNB-01", "2026-07-27T14:59"))
        .then("2026-07-27 P06 raised S3");
  }

  @Test
  void aSeriousConditionIsUrgent() {
    Story.child()
        .given(FIRST, SECOND, told("CAM-MH-02", "2026-04-17T08:30").with("conditionSerious", true))
        .then("2026-04-17 P06 raised S2");
  }

  @Test
  void cancelledByTheProviderOrSentToAWrongAddressDoNotCount() {
    Story.child()
        .given(FIRST, SECOND, told("CAM-MH-02", "2026-04-17T08:30").with("providerCancelled", true))
        .thenNothing();
    Story.child()
        .given(FIRST, SECOND, told("CAM-MH-02", "2026-04-17T08:30").with("addressMismatch", true))
        .thenNothing();
  }

  @Test
  void fromSixteenOnWhoBooksForThemselvesIsNotBroughtByAnybody() {
    Told own = told("GP-WNB-01", "2026-04-17T08:30").with("selfBooking", true);
    Story.child().born("2010-04-17").given(FIRST, SECOND, own).thenNothing();
    Story.child().born("2010-04-18").given(FIRST, SECOND, own).then("2026-04-17 P06 raised S3");
  }

  @Test
  void anUnknownAgeMeetsTheLimitAndIsSaid() {
    Story story =
        Story.child()
            .given(FIRST, SECOND, told("GP-WNB-01", "2026-04-17T08:30").with("selfBooking", true))
            .then("2026-04-17 P06 raised S3");
    assertThat(story.only("P06").notKnown()).contains(Story.POLICY.texts().ageUnknown());
  }

  @Test
  void twoInNinetyDaysAreEnoughWithALongTermCondition() {
    Told asthma = told("HOS-WNB-02", "2026-03-04T09:30").with("longTermCondition", true);
    Story.child().given(FIRST, asthma).then("2026-03-04 P06 raised S3");
    Story.child().given(told("HOS-WNB-02", "2025-12-04T09:30"), asthma).thenNothing();
  }

  @Test
  void twoAreEnoughWithAPlanAndGoToTheWorker() {
    Story.child()
        .given(told("CSC-CIN-01", "2026-01-10T10:00"), FIRST, SECOND)
        .then("2026-02-06 P16 raised S2", "2026-03-04 P06 notice to allocated worker");
    Story.child().given(told("CSC-ASM-01", "2026-01-10T10:00"), FIRST, SECOND).thenNothing();
  }

  @Test
  void oneIsEnoughAfterAnInjury() {
    Told injury = told("ED-PHY-01", "2026-01-20T14:00");
    Story story = Story.child().given(injury, FIRST).then("2026-01-28 P06 raised S3");
    assertThat(story.only("P06").evidenceIds()).contains(injury.event().eventId());
    Story.child().given(told("ED-PHY-01", "2025-10-30T14:00"), FIRST).thenNothing();
    Story.child().given(FIRST, told("ED-PHY-01", "2026-01-29T14:00")).thenNothing();
  }

  @Test
  void lateReportsCountForTheirDay() {
    Story.child()
        .given(FIRST, THIRD, told("GP-WNB-01", "2026-03-04T09:30").received("2026-04-20T09:00"))
        .then("2026-04-17 P06 raised S3");
  }

  @Test
  void anUnknownAgeIsSaidOnlyWhereItMatters() {
    Story one = Story.child().given(FIRST, SECOND, THIRD);
    assertThat(one.only("P06").notKnown()).doesNotContain(Story.POLICY.texts().ageUnknown());
    Told booked = told("CAM-MH-02", "2026-04-17T08:30").with("selfBooking", true);
    Story unknown = Story.child().given(FIRST, SECOND, booked);
    assertThat(unknown.only("P06").notKnown()).contains(Story.POLICY.texts().ageUnknown());
    Story known = Story.child().born("2014-01-01").given(FIRST, SECOND, booked);
    assertThat(known.only("P06").notKnown()).doesNotContain(Story.POLICY.texts().ageUnknown());
  }
}
