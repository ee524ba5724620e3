package org.safeguardinghub.notifier.delivery;

import java.time.Duration;

/**
 * When to try again: the wait doubles from the first to a cap; half of it is fixed and half is
 * chance, so that receivers that failed together are not all tried together.
 *
 * @param attempts how often a channel is tried that is a person's last
 * @param beforeNext how often a channel is tried that another one follows: whoever has a second
 *     channel need not wait for the first
 */
public record RetrySchedule(Duration first, Duration cap, int attempts, int beforeNext) {
  private static final int MOST_DOUBLINGS = 30;

  /** A provider needs longer than a receiver that is away: it is asked at a slower pace. */
  private static final int DOUBLINGS_FOR_A_PROVIDER = 4;

  public RetrySchedule {
    if (!first.isPositive() || cap.compareTo(first) < 0 || attempts < 1) {
      throw new IllegalArgumentException("first wait > 0, cap >= first wait, attempts >= 1");
    }
    if (beforeNext < 1 || beforeNext > attempts) {
      throw new IllegalArgumentException("attempts before the next channel: 1 to all of them");
    }
  }

  /** Whether an attempt was the last on its channel. */
  boolean isLast(Attempt attempt) {
    return attempt.onChannel() >= most(attempt);
  }

  /** Whether an attempt is one too many: those before it never had an answer. */
  public boolean isUsedUp(Attempt attempt) {
    return attempt.onChannel() > most(attempt);
  }

  private int most(Attempt attempt) {
    return attempt.hasNextChannel() ? beforeNext : attempts;
  }

  /** The wait before a provider is asked what became of a message. */
  Duration waitForProvider(int attempt, double chance) {
    return waitAfter(attempt + DOUBLINGS_FOR_A_PROVIDER, chance);
  }

  /**
   * The wait after a failed attempt.
   *
   * @param attempt its number on its channel
   * @param chance from 0 (inclusive) to 1 (exclusive)
   */
  Duration waitAfter(int attempt, double chance) {
    long cappedMillis = cap.toMillis();
    int doublings = Math.min(attempt - 1, MOST_DOUBLINGS);
    long doubled =
        first.toMillis() > (cappedMillis >> doublings)
            ? cappedMillis
            : first.toMillis() << doublings;
    return Duration.ofMillis(doubled / 2 + (long) (doubled / 2.0 * chance));
  }
}
