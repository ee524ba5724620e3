package org.safeguardinghub.console.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FeedLineTest {
  private static final Instant LAST = Instant.parse("2026-03-02T09:10:00Z");

  private static FeedLine feed(Optional<Instant> last, Optional<Duration> expected) {
    return new FeedLine("fablewick-police", "api", last, 1, 0, expected, LAST);
  }

  @Test
  void silentIsLongerThanExpected() {
    FeedLine daily = feed(Optional.of(LAST), Optional.of(Duration.ofDays(1)));
    assertThat(daily.silent(LAST.plus(Duration.ofDays(1)))).isFalse();
    assertThat(daily.silent(LAST.plus(Duration.ofDays(1)).plusMillis(1))).isTrue();
  }

  @Test
  void whoIsExpectedAndWasNeverHeardIsSilent() {
    assertThat(feed(Optional.empty(), Optional.of(Duration.ofDays(1))).silent(LAST)).isTrue();
  }

  @Test
  void ofWhomNothingIsExpectedIsNever() {
    assertThat(feed(Optional.empty(), Optional.empty()).silent(LAST)).isFalse();
    assertThat(feed(Optional.of(LAST), Optional.empty()).silent(Instant.MAX)).isFalse();
  }
}
