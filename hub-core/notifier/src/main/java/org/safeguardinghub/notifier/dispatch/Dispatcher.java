package org.safeguardinghub.notifier.dispatch;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.safeguardinghub.notifier.delivery.Answer;
import org.safeguardinghub.notifier.delivery.Attempt;
import org.safeguardinghub.notifier.delivery.Channel;
import org.safeguardinghub.notifier.delivery.Deliveries;
import org.safeguardinghub.notifier.delivery.Notification;
import org.safeguardinghub.notifier.delivery.Sender;
import org.safeguardinghub.notifier.delivery.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claims what is due and carries it out, each attempt on a virtual thread of its own. Room is
 * bounded for each channel and each receiver, so that a slow receiver holds up its own line only.
 */
public final class Dispatcher implements Loop {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
  private static final Duration STORE_PAUSE = Duration.ofSeconds(1);
  private static final Duration GRACE = Duration.ofSeconds(3);

  private final Deliveries deliveries;
  private final Courier courier;
  private final DispatchSettings settings;
  private final Clocks clocks;
  private final Signal told;
  private final Signal due = new Signal();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Notification> inHand = new ConcurrentHashMap<>();

  /**
   * @param told raised whenever an outcome was recorded
   */
  public Dispatcher(
      Deliveries deliveries,
      Map<Channel, Sender> senders,
      DispatchSettings settings,
      Clocks clocks,
      Signal told) {
    this.deliveries = deliveries;
    this.courier = new Courier(senders, threads, settings);
    this.settings = settings;
    this.clocks = clocks;
    this.told = told;
  }

  /** To be raised when something new is due. */
  public Signal due() {
    return due;
  }

  /** Runs until closed. */
  @Override
  public void run() {
    try {
      while (closed.getCount() > 0) {
        if (!claimSome()) {
          due.await(settings.idle());
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean claimSome() throws InterruptedException {
    try {
      List<Attempt> claimed = deliveries.claim(wanted(), clocks.real().instant());
      claimed.forEach(this::begin);
      return !claimed.isEmpty();
    } catch (Deliveries.StoreUnavailable e) {
      LOG.warn("cannot claim notifications, trying again", e);
      pause();
      return false;
    }
  }

  private Deliveries.Claim wanted() {
    Map<Channel, Integer> free = new EnumMap<>(Channel.class);
    for (Channel channel : Channel.values()) {
      free.put(channel, settings.perChannel());
    }
    Map<String, Integer> busy = new HashMap<>();
    Map<String, Notification> now = Map.copyOf(inHand);
    for (Notification notification : now.values()) {
      free.merge(notification.channel(), -1, Integer::sum);
      busy.merge(notification.receiver(), 1, Integer::sum);
    }
    return new Deliveries.Claim(
        free, settings.perReceiver(), busy, Set.copyOf(now.keySet()), settings.lease());
  }

  private void begin(Attempt attempt) {
    inHand.put(attempt.notification().id(), attempt.notification());
    threads.execute(
        () -> {
          try {
            carryOut(attempt);
          } catch (InterruptedException _) {
            // Closing: the attempt is due again after its lease.
            Thread.currentThread().interrupt();
          } finally {
            inHand.remove(attempt.notification().id());
            due.raise();
          }
        });
  }

  private void carryOut(Attempt attempt) throws InterruptedException {
    Answer answer = courier.attempt(attempt);
    Step step =
        Step.after(
            attempt,
            answer,
            settings.retries(),
            clocks.real().instant(),
            clocks.hub().instant(),
            clocks.chance().getAsDouble());
    if (record(attempt, step)) {
      LOG.info(
          "notification={} channel={} attempt={} outcome={} code={}",
          attempt.notification().id(),
          attempt.notification().channel(),
          attempt.number(),
          step.outcome().kind(),
          answer.code());
      told.raise();
    }
  }

  /** Once a receiver has accepted, nothing but the end of the process may lose that. */
  private boolean record(Attempt attempt, Step step) throws InterruptedException {
    while (true) {
      try {
        return deliveries.record(attempt, step);
      } catch (Deliveries.StoreUnavailable e) {
        LOG.warn(
            "cannot record an outcome, trying again: notification={}",
            attempt.notification().id(),
            e);
        if (closed.getCount() == 0) {
          return false;
        }
        pause();
      }
    }
  }

  private void pause() throws InterruptedException {
    if (closed.await(STORE_PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.debug("closing");
    }
  }

  /** Claims nothing more, lets attempts under way end for a moment, then abandons them. */
  @Override
  public void close() {
    closed.countDown();
    due.raise();
    threads.shutdown();
    try {
      if (!threads.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException _) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
