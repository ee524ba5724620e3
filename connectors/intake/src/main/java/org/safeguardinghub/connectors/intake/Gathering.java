package org.safeguardinghub.connectors.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToIntFunction;
import org.safeguardinghub.connectors.intake.feed.Feed;

/**
 * Takes together what several callers bring at once: while one trip to the database is under way,
 * whoever comes waits, and the next trip takes them all. A caller that comes alone goes at once.
 * Nobody is answered before what they brought is recorded.
 *
 * <p>The trips of a feed are made by a thread of their own, not by whoever comes first: the callers
 * of one trip would have to be woken one after another before the next could begin.
 *
 * @param <B> what is brought
 * @param <T> what is given for each
 */
final class Gathering<B, T> {
  private static final int MOST = 200;
  private static final long MOST_BYTES = 4L * 1024 * 1024;

  private final ToIntFunction<B> bytes;
  private final Trip<B, T> trip;
  private final Map<String, Stop> stops = new ConcurrentHashMap<>();
  private final Executor threads =
      Executors.newCachedThreadPool(
          Thread.ofPlatform().daemon().name("intake-record-", 0).factory());

  /**
   * @param bytes how much one takes in memory, about
   */
  Gathering(ToIntFunction<B> bytes, Trip<B, T> trip) {
    this.bytes = bytes;
    this.trip = trip;
  }

  /** One trip to the database. */
  @FunctionalInterface
  interface Trip<B, T> {
    List<T> take(Feed feed, List<B> all);
  }

  /** The same as one trip for these alone, with whatever else waits for the feed. */
  List<T> bring(Feed feed, List<B> brought) {
    Waiting<B, T> mine = new Waiting<>(List.copyOf(brought), new CompletableFuture<>());
    stops.computeIfAbsent(feed.name(), _ -> new Stop(feed)).add(mine);
    try {
      return mine.given().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
  }

  private record Waiting<B, T>(List<B> brought, CompletableFuture<List<T>> given) {}

  /** Where those of one feed wait. */
  private final class Stop {
    private final Feed feed;
    private final Queue<Waiting<B, T>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean travelling = new AtomicBoolean();

    private Stop(Feed feed) {
      this.feed = feed;
    }

    private void add(Waiting<B, T> one) {
      waiting.add(one);
      depart();
    }

    private void depart() {
      if (travelling.compareAndSet(false, true)) {
        threads.execute(this::travelAll);
      }
    }

    private void travelAll() {
      while (!waiting.isEmpty()) {
        travel(boarding());
      }
      travelling.set(false);
      if (!waiting.isEmpty()) {
        depart(); // came between the last look and the word that nobody travels
      }
    }

    private List<Waiting<B, T>> boarding() {
      List<Waiting<B, T>> together = new ArrayList<>();
      int count = 0;
      long size = 0;
      Waiting<B, T> next = waiting.peek();
      while (next != null
          && (together.isEmpty() || (count + next.brought().size() <= MOST && size < MOST_BYTES))) {
        together.add(waiting.remove());
        count += next.brought().size();
        size += next.brought().stream().mapToLong(bytes::applyAsInt).sum();
        next = waiting.peek();
      }
      return together;
    }

    private void travel(List<Waiting<B, T>> together) {
      try {
        List<T> given =
            trip.take(feed, together.stream().flatMap(one -> one.brought().stream()).toList());
        int first = 0;
        for (Waiting<B, T> one : together) {
          int next = first + one.brought().size();
          one.given().complete(List.copyOf(given.subList(first, next)));
          first = next;
        }
      } catch (RuntimeException | Error failure) {
        together.forEach(one -> one.given().completeExceptionally(failure));
      }
    }
  }
}
