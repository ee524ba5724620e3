package org.safeguardinghub.risk.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.alert.Desks.at;

import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.calendar.WorkingCalendar;
import org.safeguardinghub.kernel.event.Severity;

final class LadderTest {
  private final WorkingCalendar calendar = WorkingCalendar.load();
  private final Ladder ladder = RoutingTable.load().ladder();

  @Test
  void aCriticalAlertIsDueInOneHourOnTheClock() {
    assertThat(ladder.of(Severity.S1, 0).endFrom(at("2026-05-23T23:30:00"), calendar))
        .isEqualTo(at("2026-05-24T00:30:00"));
  }

  @Test
  void aHighAlertIsDueInFourWorkingHours() {
    assertThat(ladder.of(Severity.S2, 0).endFrom(at("2026-05-22T15:00:00"), calendar))
        .as("two hours on Friday, two on the Tuesday after the bank holiday")
        .isEqualTo(at("2026-05-26T11:00:00"));
  }

  @Test
  void aMediumAlertIsDueAtTheCloseOfTheNextWorkingDay() {
    assertThat(ladder.of(Severity.S3, 0).endFrom(at("2026-05-22T15:40:00"), calendar))
        .isEqualTo(at("2026-05-27T00:00:00"));
  }

  @Test
  void aLowAlertIsDueAtTheCloseOfTheFifthWorkingDay() {
    assertThat(ladder.of(Severity.S4, 0).endFrom(at("2026-03-02T09:00:00"), calendar))
        .isEqualTo(at("2026-03-10T00:00:00"));
  }
}
