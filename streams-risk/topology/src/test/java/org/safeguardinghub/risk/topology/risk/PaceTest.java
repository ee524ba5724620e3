package org.safeguardinghub.risk.topology.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final long NOON = Instant.parse("2026-03-02T12:00:00Z").toEpochMilli();

  private final MockProcessorContext<String, String> context = new MockProcessorContext<>();
  private long now = NOON;
  private final Pace pace = new Pace(context, () -> Instant.ofEpochMilli(now));

  @BeforeEach
  void nothingAskedYet() {
    assertThat(context.committed()).isFalse();
  }

  @Test
  void whatCameJustNowIsCommittedAtOnce() {
    pace.processed(NOON - 900);

    assertThat(context.committed()).isTrue();
  }

  @Test
  void behindABacklogTheIntervalRules() {
    pace.processed(NOON - 1001);
    pace.ticked(false);

    assertThat(context.committed()).isFalse();
  }

  @Test
  void aBurstIsCommittedTogetherAndItsTailAtTheNextTick() {
    pace.processed(NOON);
    context.resetCommit();
    now += 19;
    pace.processed(now);
    assertThat(context.committed()).isFalse();

    pace.ticked(false);
    assertThat(context.committed()).isTrue();

    context.resetCommit();
    pace.ticked(false);
    assertThat(context.committed()).as("nothing waits any more").isFalse();
    now += 20;
    pace.processed(now);
    assertThat(context.committed()).isTrue();
  }

  @Test
  void whatATickWroteIsCommittedWithIt() {
    pace.ticked(true);

    assertThat(context.committed()).isTrue();
  }

  @Test
  void whatATickWroteBehindABacklogWaitsForTheInterval() {
    pace.processed(NOON - 1001);
    pace.ticked(true);
    assertThat(context.committed()).isFalse();

    pace.processed(NOON);
    context.resetCommit();
    pace.ticked(true);
    assertThat(context.committed()).isTrue();
  }
}
