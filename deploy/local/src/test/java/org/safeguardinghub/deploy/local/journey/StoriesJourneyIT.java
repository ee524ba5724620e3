package org.safeguardinghub.deploy.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.deploy.local.bench.EndLedger;
import org.safeguardinghub.deploy.local.story.StoryReport;
import org.safeguardinghub.deploy.local.story.StoryRun;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.sealing.HubKeys;
import org.safeguardinghub.kernel.topics.Principals;
import org.safeguardinghub.risk.policy.file.PolicyFile;
import org.safeguardinghub.risk.replay.Replay;
import org.safeguardinghub.risk.replay.ReplayReport;
import org.safeguardinghub.schemas.AlertRecord;
import org.safeguardinghub.schemas.Fate;

/** The shipped stories through the whole hub, and what must be true of its books afterwards. */
final class StoriesJourneyIT {
  private static TemporaryHub temporary;
  private static List<StoryReport> reports;
  private static final List<String> SENT = new ArrayList<>();

  @BeforeAll
  static void playTheShippedStories() {
    temporary = TemporaryHub.forStories();
    reports =
        StoryRun.play(
            temporary.hub(),
            StoryRun.shipped(),
            PolicyFile.shipped(EventCatalogue.load()),
            new Counting(),
            InstantSource.system());
  }

  @AfterAll
  static void stop() {
    temporary.close();
  }

  @Test
  void everyStoryGoesAsTold() {
    assertThat(reports)
        .allSatisfy(report -> assertThat(report.asTold()).as(report.toString()).isTrue());
    assertThat(reports.stream().mapToInt(report -> report.raised().size()).sum()).isEqualTo(9);
  }

  @Test
  void everyMessageHasOneFateAndEveryNotificationOneDelivery() {
    EndLedger ledger = EndLedger.read(temporary.hub(), SENT.size(), InstantSource.system());

    assertThat(ledger.sound()).as(ledger.toString()).isTrue();
    assertThat(ledger.fates()).containsKey(Fate.ATTRIBUTED);
    assertThat(ledger.fates().getOrDefault(Fate.AWAITING_IDENTITY, 0)).isEqualTo(1);
    assertThat(ledger.notifications()).isPositive();
  }

  @Test
  void replayOfTheTopicsGivesWhatWasLive() {
    HubKeys keys = HubKeys.load(temporary.hub().data().secrets().resolve("keys.json"));
    ReplayReport replayed =
        Replay.run(temporary.hub().kafka(Principals.ANALYST), keys, null, null, Optional.empty());

    assertThat(replayed.same()).as(replayed.text()).isTrue();
    assertThat(replayed.decisions()).isPositive();
  }

  private static final class Counting implements StoryRun.Teller {
    @Override
    public void sent(String story, Instant at, String feed, String type, String fate) {
      SENT.add(type);
    }

    @Override
    public void answered(String story, Instant at, String type, String fate) {
      // No message.
    }

    @Override
    public void alert(AlertRecord alert) {
      // The reports count them.
    }

    @Override
    public void judged(StoryReport report) {
      // Kept by the run.
    }
  }
}
