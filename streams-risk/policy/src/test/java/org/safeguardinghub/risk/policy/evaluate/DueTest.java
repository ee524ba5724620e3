package org.safeguardinghub.risk.policy.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** When something is in time. */
final class DueTest {
  private static final Instant SINCE = Instant.parse("2026-03-01T09:00:00Z");
  private static final Instant LAST = Instant.parse("2026-03-02T23:59:59.999Z");
  private static final Instant CLOSE = Instant.parse("2026-03-03T00:00:00Z");
  private static final Due DAY = new Due(LAST, CLOSE, SINCE, "the end of 2 March 2026");
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Due HOUR = new Due(NOON, NOON, SINCE, "2 March 2026 at 12:00");

  @Test
  void aDayEndsBeforeItsCloseAndAnHourWithItsLastMoment() {
    assertThat(DAY.allows(LAST)).isTrue();
    assertThat(DAY.allows(LAST.plusNanos(1))).isTrue();
    assertThat(DAY.allows(CLOSE)).isFalse();
    assertThat(HOUR.allows(NOON)).isTrue();
    assertThat(HOUR.allows(NOON.plusNanos(1))).isFalse();
  }

  @Test
  void itIsNeverBeforeWhatStartsIt() {
    assertThat(HOUR.notBefore(NOON)).isEqualTo(HOUR);
    assertThat(HOUR.notBefore(NOON.minusSeconds(1))).isEqualTo(HOUR);
    Instant later = NOON.plusSeconds(60);
    assertThat(HOUR.notBefore(later))
        .isEqualTo(new Due(later, later, SINCE, "2 March 2026 at 12:00"));
    Instant between = LAST.plusNanos(1);
    assertThat(DAY.notBefore(between))
        .isEqualTo(new Due(between, CLOSE, SINCE, "the end of 2 March 2026"));
    assertThat(DAY.notBefore(CLOSE))
        .isEqualTo(new Due(CLOSE, CLOSE, SINCE, "the end of 2 March 2026"));
  }
}
