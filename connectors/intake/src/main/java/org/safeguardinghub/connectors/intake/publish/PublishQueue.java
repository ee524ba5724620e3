package org.safeguardinghub.connectors.intake.publish;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.safeguardinghub.connectors.intake.publish.Publishing.Departure;
import org.safeguardinghub.connectors.intake.receipt.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes what was recorded, beside those who record: while one trip to the broker is under way,
 * parcels wait, and the next trip takes them all. What a crash leaves here stands in the store and
 * is found by the sweep.
 */
public final class PublishQueue {
  private static final Logger LOG = LoggerFactory.getLogger(PublishQueue.class);

  /** Bytes of one trip. */
  private static final int MOST = 3 * 1024 * 1024;

  /** Bytes that may wait. Whoever brings more waits with them, so that memory stays bounded. */
  private static final int ROOM = 8 * 1024 * 1024;

  private final Publishing publishing;
  private final Executor thread;
  private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();
  private final Semaphore room = new Semaphore(ROOM, true);

  private record Waiting(Departure parcel, int size, CompletableFuture<Set<String>> published) {}

  /**
   * @param thread one thread, so that parcels leave in the order in which they came
   */
  public PublishQueue(Publishing publishing, Executor thread) {
    this.publishing = publishing;
    this.thread = thread;
  }

  /** Parcels that this process is about to publish. */
  public Set<String> underWay() {
    return Set.copyOf(underWay);
  }

  /**
   * Publishes a recorded parcel; the receipts that are on their topics come later.
   *
   * @param bytes of all its records
   */
  public Future<Set<String>> add(Departure parcel, int bytes) {
    Waiting one = new Waiting(parcel, Math.min(ROOM, bytes), new CompletableFuture<>());
    // Before it may be seen as left by somebody else.
    underWay.add(parcel.parcel());
    room.acquireUninterruptibly(one.size());
    waiting.add(one);
    try {
      thread.execute(this::leave);
    } catch (RejectedExecutionException stopping) {
      one.published().complete(Set.of()); // the next start finds it in the store
    }
    return one.published();
  }

  /** Publishes what an earlier attempt left; gives how many parcels were taken up. */
  public int sweep(Duration olderThan) {
    return publishing.sweep(olderThan, underWay());
  }

  private void leave() {
    List<Waiting> together = new ArrayList<>();
    int bytes = 0;
    Waiting next = waiting.poll();
    while (next != null) {
      together.add(next);
      bytes += next.size();
      next = bytes < MOST ? waiting.poll() : null;
    }
    if (!together.isEmpty()) {
      Set<String> published = publish(together);
      for (Waiting one : together) {
        underWay.remove(one.parcel().parcel());
        room.release(one.size());
        one.published().complete(published);
      }
    }
  }

  private Set<String> publish(List<Waiting> together) {
    try {
      return publishing.publish(together.stream().map(Waiting::parcel).toList());
    } catch (StoreUnavailable e) {
      // Recorded, but not known to be published: a later sweep publishes again, which changes
      // nothing downstream.
      LOG.warn("{} parcels were recorded; the sweep publishes them", together.size());
      return Set.of();
    } catch (RuntimeException e) {
      LOG.error(
          "{} parcels could not be published ({}); the sweep tries again",
          together.size(),
          e.getClass().getSimpleName());
      return Set.of();
    }
  }
}
