package org.safeguardinghub.connectors.intake.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a receiver is asked again. */
final class PatienceTest {
  private static final Patience PATIENCE =
      new Patience(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofDays(3));

  @Test
  void pausesDoubleUpToTheLongest() {
    List<Long> pauses =
        IntStream.rangeClosed(1, 5)
            .mapToObj(attempt -> PATIENCE.next(attempt, Duration.ZERO, 0).orElseThrow().toSeconds())
            .toList();
    assertThat(pauses).containsExactly(10L, 20L, 40L, 60L, 60L);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.25, 0.5, 0.999})
  void jitterTakesAwayHalfAtMost(double jitter) {
    for (int attempt = 1; attempt < 2_000; attempt++) {
      Duration full = PATIENCE.next(attempt, Duration.ZERO, 0).orElseThrow();
      assertThat(PATIENCE.next(attempt, Duration.ZERO, jitter).orElseThrow())
          .isBetween(full.dividedBy(2), full);
    }
  }

  @Test
  void afterThreeDaysItIsGivenUp() {
    Duration almost = Duration.ofDays(3).minusMillis(1);
    assertThat(Patience.THREE_DAYS.next(40, almost, 0)).hasValue(Duration.ofHours(3));
    assertThat(Patience.THREE_DAYS.next(1, Duration.ofDays(3), 0)).isEmpty();
  }
}
