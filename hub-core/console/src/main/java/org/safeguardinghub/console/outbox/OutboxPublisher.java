package org.safeguardinghub.console.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.safeguardinghub.console.store.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the outbox. A record leaves it once the broker has it on all replicas; a crash in
 * between publishes it again, with the same key and the same id inside.
 */
public final class OutboxPublisher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OutboxPublisher.class);
  private static final int BATCH = 200;
  private static final long IDLE_MS = 1000;

  private final Outbox outbox;
  private final Producer<String, byte[]> producer;
  private final Thread thread;
  private volatile boolean closed;

  public OutboxPublisher(Outbox outbox, Producer<String, byte[]> producer) {
    this.outbox = outbox;
    this.producer = producer;
    this.thread = Thread.ofPlatform().name("outbox").daemon().unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join(5000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    producer.close();
  }

  private void run() {
    while (!closed) {
      try {
        if (publishSome() < BATCH) {
          outbox.await(IDLE_MS);
        }
      } catch (InterruptedException e) {
        // Only close interrupts.
        return;
      } catch (ExecutionException | Transactions.StoreFailure e) {
        LOG.atWarn().setCause(e).log("the outbox could not be published; it will be tried again");
        pause();
      }
    }
  }

  private int publishSome() throws InterruptedException, ExecutionException {
    List<Outbox.Waiting> waiting = outbox.next(BATCH);
    if (waiting.isEmpty()) {
      return 0;
    }
    List<Future<?>> sent = new ArrayList<>();
    for (Outbox.Waiting one : waiting) {
      sent.add(producer.send(one.record()));
    }
    for (Future<?> each : sent) {
      each.get();
    }
    outbox.remove(waiting);
    return waiting.size();
  }

  private void pause() {
    try {
      outbox.await(IDLE_MS);
    } catch (InterruptedException e) {
      closed = true;
    }
  }
}
