package org.safeguardinghub.connectors.intake.feedback;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.DoubleSupplier;
import org.safeguardinghub.connectors.intake.receipt.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells agencies what is due. Each feed has a thread of its own while something of it is due, one
 * row at a time, so that a receiver that is slow or broken holds up nobody else.
 */
public final class Telling implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Telling.class);

  /** How much longer than an attempt a row is kept from others. */
  private static final int LEASE_OF_TIMEOUTS = 6;

  private final Receivers receivers;
  private final FeedbackStore store;
  private final Patience patience;
  private final DoubleSupplier jitter;
  private final Posting posting;
  private final Duration lease;
  private final Set<String> busy = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean closed;

  /**
   * @param timeout of one attempt
   * @param jitter from 0 to below 1
   */
  public Telling(
      Receivers receivers,
      FeedbackStore store,
      Patience patience,
      Duration timeout,
      InstantSource realTime,
      DoubleSupplier jitter) {
    this.receivers = receivers;
    this.store = store;
    this.patience = patience;
    this.jitter = jitter;
    this.posting = new Posting(timeout, realTime);
    this.lease = timeout.multipliedBy(LEASE_OF_TIMEOUTS);
  }

  /** What waits for agencies that no longer want to be told goes. */
  public void begin() {
    int gone = store.keepOnly(receivers.feeds());
    if (gone > 0) {
      LOG.atInfo().addKeyValue("number", gone).log("feedback that nobody wants any more is gone");
    }
  }

  /** Sees to it that every feed for which something is due is worked for; waits for none. */
  public void round() {
    if (receivers.feeds().isEmpty()) {
      return;
    }
    for (String feed : store.due()) {
      receivers.of(feed).filter(_ -> busy.add(feed)).ifPresent(this::start);
    }
  }

  private void start(Receiver receiver) {
    threads.execute(
        () -> {
          try {
            work(receiver);
          } catch (StoreUnavailable e) {
            LOG.atWarn().addKeyValue("feed", receiver.feed()).log("feedback has to wait");
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } catch (RuntimeException e) {
            // Its kind only: a message may hold the address.
            LOG.atError()
                .addKeyValue("feed", receiver.feed())
                .addKeyValue("fault", e.getClass().getSimpleName())
                .log("telling an agency failed");
          } finally {
            busy.remove(receiver.feed());
          }
        });
  }

  /** One after the other, until nothing is due or the receiver takes one not. */
  private void work(Receiver receiver) throws InterruptedException {
    boolean goesOn = true;
    while (goesOn && !closed) {
      Optional<Due> due = store.claim(receiver.feed(), lease);
      goesOn = due.isPresent() && settled(due.get(), posting.post(receiver, due.get()));
    }
  }

  /** Whether the next one may be tried at once. */
  private boolean settled(Due due, Told told) {
    return switch (told) {
      case Told.Taken _ -> {
        store.done(due);
        yield true;
      }
      case Told.Gone _ -> {
        store.done(due);
        LOG.atWarn()
            .addKeyValue("feed", due.feed())
            .log("a receiver of feedback says that it does not want it any more");
        yield true;
      }
      case Told.NotTaken(String fault) -> {
        notTaken(due, fault);
        yield false;
      }
    };
  }

  private void notTaken(Due due, String fault) {
    Optional<Duration> pause = patience.next(due.attempts(), due.age(), jitter.getAsDouble());
    if (pause.isPresent()) {
      store.again(due, pause.get());
      LOG.atInfo()
          .addKeyValue("feed", due.feed())
          .addKeyValue("attempts", due.attempts())
          .addKeyValue("fault", fault)
          .log("a receiver of feedback did not take it: it is tried again");
    } else {
      store.done(due);
      LOG.atWarn()
          .addKeyValue("feed", due.feed())
          .addKeyValue("attempts", due.attempts())
          .log("feedback that its receiver never took is given up");
    }
  }

  /** What is on its way is broken off; it is tried again when its lease has run out. */
  @Override
  public void close() {
    closed = true;
    threads.shutdownNow();
    posting.close();
  }
}
