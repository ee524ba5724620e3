package org.safeguardinghub.deploy.local.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.deploy.local.embedded.EmbeddedHub;
import org.safeguardinghub.deploy.local.process.ChildStatus;

/**
 * Kills one process after another, of some or of all of the hub, at random moments, with SIGKILL,
 * and waits until each serves again.
 */
final class KillingHand implements AutoCloseable {
  private static final Duration SERVES_AGAIN_WITHIN = Duration.ofMinutes(3);
  private static final long SHORTEST = 300;

  private final EmbeddedHub hub;
  private final RandomGenerator random;
  private final Set<String> among;
  private final int rounds;
  private final Duration longest;
  private final Consumer<String> told;
  private final List<String> killed = new ArrayList<>();
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;
  private volatile @Nullable RuntimeException failure;

  /**
   * @param among names of the processes that may be killed; empty: any
   */
  KillingHand(
      EmbeddedHub hub,
      RandomGenerator random,
      Set<String> among,
      int rounds,
      Consumer<String> told) {
    this(hub, random, among, rounds, Duration.ofSeconds(2), told);
  }

  /**
   * @param among names of the processes that may be killed; empty: any
   * @param longest that a process may serve before the next is killed
   */
  KillingHand(
      EmbeddedHub hub,
      RandomGenerator random,
      Set<String> among,
      int rounds,
      Duration longest,
      Consumer<String> told) {
    this.hub = hub;
    this.random = random;
    this.among = Set.copyOf(among);
    this.rounds = rounds;
    this.longest = longest;
    this.told = told;
    this.thread = Thread.ofPlatform().name("killing-hand").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** The processes that were killed, in order. Waits until the last serves again. */
  List<String> await() {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while processes were killed", e);
    }
    RuntimeException failed = failure;
    if (failed != null) {
      throw failed;
    }
    return List.copyOf(killed);
  }

  boolean done() {
    return !thread.isAlive();
  }

  private void run() {
    try {
      for (int round = 1; round <= rounds; round++) {
        if (stop.await(random.nextLong(SHORTEST, longest.toMillis()), TimeUnit.MILLISECONDS)) {
          return;
        }
        List<String> names =
            hub.table().stream()
                .map(ChildStatus::name)
                .filter(name -> among.isEmpty() || among.contains(name))
                .sorted()
                .toList();
        String name = names.get(random.nextInt(names.size()));
        killed.add(name);
        told.accept("kill -9 %s (%d of %d)".formatted(name, round, rounds));
        hub.kill(name);
        hub.awaitReady(name, SERVES_AGAIN_WITHIN);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      failure = e;
    }
  }

  @Override
  public void close() {
    stop.countDown();
    thread.interrupt();
  }
}
