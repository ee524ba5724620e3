package org.safeguardinghub.notifier.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Every notification that was ever read, and how far it got. Any method throws {@link
 * StoreUnavailable} when the store does not answer; what it was asked to do may then be done or
 * not, and asking again is safe.
 */
public interface Deliveries {
  /** Keeps the notifications that are new, waiting from now on; known ids change nothing. */
  void accept(Collection<Notification> notifications, Instant realTime);

  /** Keeps where a record stands that nobody can read, so that a person can look at it. */
  void quarantine(Unreadable unreadable, Instant realTime);

  /**
   * Claims attempts that are due. A claim counts as an attempt at once, so that a notification that
   * kills its process cannot do so for ever; without a recorded step it is due again after the
   * lease.
   */
  List<Attempt> claim(Claim claim, Instant realTime);

  /**
   * Records what followed, and the outcome to be told, as one.
   *
   * @return false when a later attempt has begun or the delivery is already settled: nothing is
   *     recorded then
   */
  boolean record(Attempt attempt, Step step);

  /**
   * Hands outcomes that were not told yet to {@code tell}, in the order in which they were
   * recorded, and marks them as told when it returns. One process at a time does this.
   *
   * @return how many were told
   */
  int tellOutcomes(int most, Consumer<List<Outcome>> tell);

  /**
   * Which attempts are wanted.
   *
   * @param free how many more attempts each channel may have under way
   * @param perReceiver how many attempts one receiver may have under way
   * @param busy receivers that have attempts under way, with their number
   * @param inHand ids whose attempt is under way in this process
   * @param lease how long a claim keeps others away
   */
  record Claim(
      Map<Channel, Integer> free,
      int perReceiver,
      Map<String, Integer> busy,
      Set<String> inHand,
      Duration lease) {}

  /** Where a record stands that could not be read; nothing of what it holds. */
  record Unreadable(String topic, int partition, long offset) {}

  /** The store does not answer; the message names no content. */
  final class StoreUnavailable extends RuntimeException {
    public StoreUnavailable(Throwable cause) {
      super("the store of deliveries does not answer", cause);
    }
  }
}
