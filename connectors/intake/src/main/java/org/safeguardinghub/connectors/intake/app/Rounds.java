package org.safeguardinghub.connectors.intake.app;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.safeguardinghub.connectors.intake.feedback.Telling;
import org.safeguardinghub.connectors.intake.publish.Heartbeat;
import org.safeguardinghub.connectors.intake.publish.PublishQueue;
import org.safeguardinghub.connectors.intake.receipt.StoreUnavailable;
import org.safeguardinghub.connectors.intake.resubmit.Resubmitting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the intake does again and again: publish what an earlier attempt left, say that its feeds
 * live, resubmit what was put right, and tell agencies what is due.
 */
final class Rounds implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
  private static final Duration SWEEP_EVERY = Duration.ofSeconds(2);
  private static final Duration BEAT_EVERY = Duration.ofSeconds(30);
  private static final Duration DESK_EVERY = Duration.ofSeconds(1);
  private static final Duration TELL_EVERY = Duration.ofSeconds(1);
  private static final Duration EXPIRE_EVERY = Duration.ofMinutes(10);

  /** Longer than an attempt takes, so that no message is published twice side by side. */
  private static final Duration LEFT = Duration.ofSeconds(12);

  private final PublishQueue publishing;
  private final Heartbeat heartbeat;
  private final Optional<Resubmitting> desk;
  private final Optional<Telling> telling;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          work -> Thread.ofPlatform().name("intake-rounds").daemon().unstarted(work));

  /**
   * @param desk what this connector does for the quarantine desk, if it does
   * @param telling how it tells agencies of answers, if it does
   */
  Rounds(
      PublishQueue publishing,
      Heartbeat heartbeat,
      Optional<Resubmitting> desk,
      Optional<Telling> telling) {
    this.publishing = publishing;
    this.heartbeat = heartbeat;
    this.desk = desk;
    this.telling = telling;
  }

  /**
   * What an earlier process left is taken up at once, before anything new comes: it can no longer
   * be on its way.
   */
  void start() {
    guarded(this::sweepWhatWasThere);
    every(SWEEP_EVERY, this::sweep);
    every(BEAT_EVERY, heartbeat::beat);
    desk.ifPresent(
        resubmitting -> {
          every(DESK_EVERY, resubmitting::work);
          every(EXPIRE_EVERY, resubmitting::expire);
        });
    telling.ifPresent(
        one -> {
          guarded(one::begin);
          every(TELL_EVERY, one::round);
        });
  }

  @Override
  public void close() {
    timer.shutdown();
    try {
      if (!timer.awaitTermination(5, TimeUnit.SECONDS)) {
        timer.shutdownNow();
      }
    } catch (InterruptedException e) {
      timer.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  /** Each parcel that was there is tried once. */
  private void sweepWhatWasThere() {
    long begun = System.nanoTime();
    Duration before = Duration.ZERO;
    while (publishing.sweep(before) > 0) {
      before = Duration.ofNanos(System.nanoTime() - begun);
    }
  }

  private void sweep() {
    while (publishing.sweep(LEFT) > 0 && !timer.isShutdown()) {
      LOG.debug("another part of what was left");
    }
  }

  private void every(Duration pause, Runnable work) {
    ScheduledFuture<?> _ =
        timer.scheduleWithFixedDelay(
            () -> guarded(work), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void guarded(Runnable work) {
    try {
      work.run();
    } catch (StoreUnavailable e) {
      LOG.warn("a round of the intake has to wait: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("a round of the intake failed: {}", e.getClass().getSimpleName());
    }
  }
}
