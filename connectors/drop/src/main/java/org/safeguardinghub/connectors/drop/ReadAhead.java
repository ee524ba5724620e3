package org.safeguardinghub.connectors.drop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.connectors.form.Fate;
import org.safeguardinghub.connectors.form.Item;
import org.safeguardinghub.connectors.intake.Ready;
import org.safeguardinghub.connectors.intake.Submission;

/**
 * Reads a file in batches. While one is recorded the next is read and checked, on a thread of its
 * own; never more than one, so that memory stays bounded, and it is recorded only once it is its
 * turn, so that the order of the file is kept.
 */
final class ReadAhead implements AutoCloseable {
  static final int BATCH = 500;

  /** A batch ends with the message that reaches this: a few long ones are as much as many. */
  static final int BATCH_BYTES = 1024 * 1024;

  private static final Executor THREADS =
      reading -> Thread.ofPlatform().daemon().name("drop-ahead").start(reading);

  private final FileTake.Tools tools;
  private final Iterator<Item> items;
  private final Unmade unmade;
  private @Nullable CompletableFuture<Batch> coming;

  ReadAhead(FileTake.Tools tools, Iterator<Item> items, Unmade unmade) {
    this.tools = tools;
    this.items = items;
    this.unmade = unmade;
  }

  /**
   * Items that go through the intake together.
   *
   * @param submissions of those that have one
   * @param ready the same, read and checked
   * @param more whether any item stands behind them
   */
  record Batch(List<Item> items, List<Submission> submissions, Ready ready, boolean more) {}

  /** The next items; none at the end of the file. The items behind them are read meanwhile. */
  Batch next() {
    CompletableFuture<Batch> begun = coming;
    Batch batch = begun == null ? read() : result(begun);
    coming = batch.more() ? CompletableFuture.supplyAsync(this::read, THREADS) : null;
    return batch;
  }

  /** The same items, checked anew. */
  Ready again(Batch batch) {
    return checked(batch.submissions());
  }

  /** An item that does not stand in the file. */
  Batch alone(Item item) {
    List<Submission> submissions = submission(item).stream().toList();
    return new Batch(List.of(item), submissions, checked(submissions), false);
  }

  private Batch read() {
    List<Item> batch = new ArrayList<>();
    List<Submission> submissions = new ArrayList<>();
    int bytes = 0;
    while (batch.size() < BATCH && bytes < BATCH_BYTES && items.hasNext()) {
      Item item = items.next();
      batch.add(item);
      Optional<Submission> submission = submission(item);
      submission.ifPresent(submissions::add);
      bytes += submission.map(one -> one.body().reveal().length).orElse(0);
    }
    return new Batch(batch, submissions, checked(submissions), items.hasNext());
  }

  private Ready checked(List<Submission> submissions) {
    return submissions.isEmpty() ? List::of : tools.door().ready(tools.feed(), submissions);
  }

  /** What the intake is to record of it: its message, or that none could be made of it. */
  private Optional<Submission> submission(Item item) {
    return switch (item.fate()) {
      case Fate.Send sent -> Optional.of(sent.submission());
      case Fate.Refused refused -> Optional.of(unmade(item, refused));
      case Fate.NoEvent _, Fate.Repeated _ -> Optional.empty();
    };
  }

  private Submission unmade(Item item, Fate.Refused refused) {
    try {
      return unmade.submission(item, refused);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Batch result(CompletableFuture<Batch> coming) {
    try {
      return coming.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException fault ? fault : e;
    }
  }

  /** Waits for what is being read; a fault in it is met again by whoever reads the file again. */
  @Override
  public void close() {
    CompletableFuture<Batch> begun = coming;
    coming = null;
    if (begun != null) {
      begun.handle((_, _) -> true).join();
    }
  }
}
