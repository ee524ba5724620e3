package org.safeguardinghub.connectors.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.connectors.intake.feed.Feed;

/**
 * Takes together what several callers bring at once: while one trip to the database is under way,
 * whoever comes waits, and the next trip takes them all. A caller that comes alone goes at once.
 * Nobody is answered before what they brought is recorded.
 */
final class Gathering<T> {
  private static final int MOST = 200;
  private static final long MOST_BYTES = 4L * 1024 * 1024;

  private final Trip<T> trip;
  private final Map<String, Stop<T>> stops = new ConcurrentHashMap<>();

  Gathering(Trip<T> trip) {
    this.trip = trip;
  }

  /** One trip to the database. */
  @FunctionalInterface
  interface Trip<T> {
    List<T> submitAll(Feed feed, List<Submission> submissions);
  }

  /** The same as one trip for these alone, with whatever else waits for the feed. */
  List<T> submitAll(Feed feed, List<Submission> submissions) {
    Waiting<T> mine = new Waiting<>(submissions);
    Stop<T> stop = stops.computeIfAbsent(feed.name(), _ -> new Stop<>());
    stop.waiting.add(mine);
    stop.lock.lock();
    try {
      while (!mine.served()) {
        travel(feed, stop.waiting);
      }
    } finally {
      stop.lock.unlock();
    }
    return mine.results();
  }

  private void travel(Feed feed, Queue<Waiting<T>> queue) {
    List<Waiting<T>> together = new ArrayList<>();
    List<Submission> all = new ArrayList<>();
    long bytes = 0;
    Waiting<T> next = queue.peek();
    while (next != null
        && (together.isEmpty()
            || (all.size() + next.submissions.size() <= MOST && bytes < MOST_BYTES))) {
      queue.remove();
      together.add(next);
      all.addAll(next.submissions);
      for (Submission submission : next.submissions) {
        bytes += submission.body().reveal().length;
      }
      next = queue.peek();
    }
    try {
      List<T> results = trip.submitAll(feed, all);
      int first = 0;
      for (Waiting<T> one : together) {
        one.results = results.subList(first, first + one.submissions.size());
        first += one.submissions.size();
      }
    } catch (RuntimeException failure) {
      together.forEach(one -> one.failure = failure);
    }
  }

  private static final class Stop<T> {
    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Waiting<T>> waiting = new ConcurrentLinkedQueue<>();
  }

  /** What one caller brought; written and read under the lock of its feed. */
  private static final class Waiting<T> {
    private final List<Submission> submissions;
    private @Nullable List<T> results;
    private @Nullable RuntimeException failure;

    private Waiting(List<Submission> submissions) {
      this.submissions = List.copyOf(submissions);
    }

    private boolean served() {
      return results != null || failure != null;
    }

    private List<T> results() {
      List<T> mine = results;
      if (mine != null) {
        return List.copyOf(mine);
      }
      RuntimeException why = failure;
      throw why == null ? new IllegalStateException("nobody was served") : why;
    }
  }
}
