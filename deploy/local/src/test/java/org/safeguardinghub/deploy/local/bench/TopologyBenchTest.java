package org.safeguardinghub.deploy.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TopologyBenchTest {
  private static final long SECOND = 1_000_000_000;

  @Test
  void theSteadySpeedLeavesOutTheFirstFifth() {
    TopologyBench.Run run =
        TopologyBench.of(
            100,
            List.of(
                new CommitWatch.Mark(5 * SECOND, SECOND, 0),
                new CommitWatch.Mark(7 * SECOND, 2 * SECOND, 10),
                new CommitWatch.Mark(9 * SECOND, 3 * SECOND, 20),
                new CommitWatch.Mark(13 * SECOND, 4 * SECOND, 100)));

    assertThat(run).isEqualTo(new TopologyBench.Run(100, 3, 100 / 8.0, 80 / 4.0, 1_000_000 / 80.0));
  }

  @Test
  void aLogThatWasCommittedAtOnceHasOneSpeed() {
    TopologyBench.Run run =
        TopologyBench.of(
            100,
            List.of(
                new CommitWatch.Mark(5 * SECOND, SECOND, 0),
                new CommitWatch.Mark(7 * SECOND, 2 * SECOND, 100)));

    assertThat(run.eventsPerSecond()).isEqualTo(50);
    assertThat(run.steadyPerSecond()).isEqualTo(50);
  }
}
