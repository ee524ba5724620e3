package org.safeguardinghub.deploy.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class WrittenLogTest {
  /** The marks of transactions stand at 2 and 5, and at 1. */
  private final WrittenLog log =
      new WrittenLog(
          "log",
          Map.of(0, List.of(3L, 0L, 1L, 4L), 1, List.of(0L, 2L)),
          IntStream.range(0, 6).mapToObj(Instant.EPOCH::plusSeconds).toList());

  @Test
  void marksOfTransactionsAreNoEvents() {
    assertThat(log.events()).isEqualTo(6);
    assertThat(log.eventsBefore(Map.of(0, 2L))).isEqualTo(2);
    assertThat(log.eventsBefore(Map.of(0, 3L))).isEqualTo(2);
    assertThat(log.eventsBefore(Map.of(0, 5L, 1, 3L))).isEqualTo(6);
    assertThat(log.eventsBefore(Map.of(0, 6L, 1, 2L))).isEqualTo(5);
  }

  @Test
  void nothingIsBeforeTheBeginningNorInAnUnknownPartition() {
    assertThat(log.eventsBefore(Map.of())).isZero();
    assertThat(log.eventsBefore(Map.of(0, 0L, 7, 100L))).isZero();
  }

  @Test
  void theTimeGoesWithTheEvents() {
    assertThat(log.receivedAt(0)).isEqualTo(Instant.EPOCH);
    assertThat(log.receivedAt(1)).isEqualTo(Instant.EPOCH);
    assertThat(log.receivedAt(6)).isEqualTo(Instant.EPOCH.plusSeconds(5));
  }
}
