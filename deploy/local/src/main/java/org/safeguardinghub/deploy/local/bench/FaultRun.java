package org.safeguardinghub.deploy.local.bench;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.safeguardinghub.deploy.local.embedded.EmbeddedHub;
import org.safeguardinghub.deploy.local.story.Story;
import org.safeguardinghub.deploy.local.story.StoryCopies;
import org.safeguardinghub.deploy.local.story.StoryReport;
import org.safeguardinghub.deploy.local.story.StoryRun;
import org.safeguardinghub.risk.policy.rule.Policy;
import org.safeguardinghub.schemas.AlertRecord;

/**
 * Plays stories while processes are killed, and counts afterwards: no alert lost, none raised
 * twice, every message with exactly one fate, every notification delivered under one key.
 */
public final class FaultRun {
  /**
   * What a fault run found.
   *
   * @param killed processes killed, in order
   * @param stories stories played, with what came of each
   * @param ledger counts over the topics and the mailboxes at the end
   */
  public record Outcome(List<String> killed, List<StoryReport> stories, EndLedger ledger) {
    /** Whether nothing was lost and nothing told twice. */
    public boolean sound() {
      return stories.stream().allMatch(StoryReport::asTold) && ledger.sound();
    }
  }

  private FaultRun() {}

  /**
   * Runs on a hub with a story clock.
   *
   * @param rounds processes to kill
   * @param seed of the order and the moments
   */
  public static Outcome run(
      EmbeddedHub hub,
      Policy policy,
      int rounds,
      long seed,
      Consumer<String> told,
      InstantSource wall) {
    // About two messages are sent between two kills; enough stories that the last kill still meets
    // some.
    int copies = Math.clamp(rounds / 4, 1, 11);
    List<Story> stories = StoryCopies.of(StoryRun.shipped(), copies);
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    try (KillingHand hand = new KillingHand(hub, random, Set.of(), rounds, told)) {
      hand.start();
      Receipts receipts = new Receipts();
      List<StoryReport> reports = StoryRun.play(hub, stories, policy, receipts, wall);
      List<String> killed = hand.await();
      EndLedger ledger = EndLedger.read(hub, receipts.sent, wall);
      return new Outcome(killed, reports, ledger);
    }
  }

  /** Counts what was sent. */
  private static final class Receipts implements StoryRun.Teller {
    private int sent;

    @Override
    public void sent(String story, java.time.Instant at, String feed, String type, String fate) {
      sent++;
    }

    @Override
    public void answered(String story, java.time.Instant at, String type, String fate) {
      // No message.
    }

    @Override
    public void alert(AlertRecord alert) {
      // Counted from the topic at the end.
    }

    @Override
    public void judged(StoryReport report) {
      // Kept by the run.
    }
  }
}
