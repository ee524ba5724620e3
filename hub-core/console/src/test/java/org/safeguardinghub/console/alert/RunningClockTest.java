package org.safeguardinghub.console.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.event.HandlingClass;

final class RunningClockTest {
  private static final Instant SINCE = Instant.parse("2026-03-02T09:00:00Z");

  @Test
  void fourFifthsOfItsPeriodAreAWarning() {
    RunningClock clock =
        new RunningClock("A visit", SINCE, SINCE.plus(Duration.ofHours(10)), HandlingClass.H0);
    assertThat(clock.nearlyOut(SINCE.plus(Duration.ofHours(8)).minusMillis(1))).isFalse();
    assertThat(clock.nearlyOut(SINCE.plus(Duration.ofHours(8)))).isTrue();
    assertThat(clock.nearlyOut(SINCE.plus(Duration.ofHours(11)))).isTrue();
  }
}
