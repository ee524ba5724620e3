package org.safeguardinghub.deploy.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.deploy.local.bench.FaultRun;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.risk.policy.file.PolicyFile;

/**
 * {@code kill -9} of processes at random while stories are played; {@code ./hub test --faults 20}
 * for the long run.
 */
final class FaultsIT {
  private static final int ROUNDS = Integer.getInteger("hub.faults.rounds", 4);
  private static final long SEED = Long.getLong("hub.faults.seed", 20261124L);

  @Test
  void nothingIsLostAndNothingToldTwiceHoweverProcessesDie() {
    try (TemporaryHub temporary = TemporaryHub.forStories()) {
      FaultRun.Outcome outcome =
          FaultRun.run(
              temporary.hub(),
              PolicyFile.shipped(EventCatalogue.load()),
              ROUNDS,
              SEED,
              line -> System.out.println("[faults] " + line),
              InstantSource.system());

      assertThat(outcome.killed()).hasSize(ROUNDS);
      assertThat(outcome.sound()).as("seed %d: %s", SEED, outcome).isTrue();
    }
  }
}
