package org.safeguardinghub.risk.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.sealing.HubKeys;

final class EmptyHistoryTest {
  @Test
  void ofAHubWithoutEventsThereIsNothingToTell() {
    ReplayReport report =
        Replay.over(
            new History(List.of(), Map.of(), Map.of(), 0),
            HubKeys.generate(),
            null,
            null,
            Optional.empty());

    assertThat(report.same()).isTrue();
    assertThat(report.decisions()).isZero();
    assertThat(report.hash()).isEqualTo(report.liveHash());
  }
}
