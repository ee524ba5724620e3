package org.safeguardinghub.connectors.drop;

import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.safeguardinghub.connectors.form.Item;
import org.safeguardinghub.connectors.form.Place;
import org.safeguardinghub.connectors.intake.Result;
import org.safeguardinghub.connectors.intake.feed.Feed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file on its way through the intake. Each batch is received before its results are written, so a
 * crash between the two sends the batch again; the intake knows it by its ids and gives the first
 * receipts.
 */
final class FileTake implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FileTake.class);

  private static final Duration TOLD_EVERY = Duration.ofMinutes(1);

  /** How far it is. */
  enum Progress {
    /** Every item has its result. */
    DONE,
    /** It goes on when it is asked again: others come first. */
    MORE,
    /** The process ends; the next start goes on with it. */
    STOPPED
  }

  /**
   * What it works with.
   *
   * @param slice after which others come in between; absent: none do, as all of it is in memory
   */
  record Tools(Feed feed, Door door, Results words, Stop stop, Optional<Duration> slice) {}

  /** What is done with the file once all of it was read. */
  @FunctionalInterface
  interface Keep {
    void keep() throws IOException;
  }

  private final Tools tools;
  private final FileContent file;
  private final ResultsFile results;
  private final Iterator<Item> items;
  private final Keep keep;
  private final ReadAhead ahead;
  private Place last = Place.row(0);
  private int skip;
  private long told = System.nanoTime();
  private int toldLines;

  FileTake(Tools tools, FileContent file, ResultsFile results, Iterator<Item> items, Keep keep) {
    this.tools = tools;
    this.file = file;
    this.results = results;
    this.items = items;
    this.keep = keep;
    this.ahead = new ReadAhead(tools, items, new Unmade(file));
    this.skip = results.lines();
    this.toldLines = results.lines();
  }

  /** Goes on with it. */
  Progress go() throws IOException {
    long begun = System.nanoTime();
    boolean more = true;
    while (more && !tools.stop().stopped()) {
      more = skip > 0 ? skipped() : batch();
      tell();
      long took = System.nanoTime() - begun;
      if (more && tools.slice().filter(slice -> took > slice.toNanos()).isPresent()) {
        return Progress.MORE;
      }
    }
    if (more) {
      return Progress.STOPPED;
    }
    keep.keep();
    if (file.changed() && !through(ahead.alone(FileRun.grew(last)))) {
      return Progress.STOPPED;
    }
    LOG.info("feed {}: a file is done after {} results", tools.feed().name(), results.lines());
    return Progress.DONE;
  }

  /** Moves over items that have their results; gives whether any item is left. */
  private boolean skipped() {
    for (int i = 0; i < ReadAhead.BATCH && skip > 0 && items.hasNext(); i++, skip--) {
      last = items.next().place();
    }
    skip = items.hasNext() ? skip : 0;
    return items.hasNext();
  }

  /** Takes the next items through the intake; gives whether any is left. */
  private boolean batch() throws IOException {
    ReadAhead.Batch batch = ahead.next();
    if (batch.items().isEmpty()) {
      return false;
    }
    if (!through(batch)) {
      return true;
    }
    last = batch.items().getLast().place();
    return batch.more();
  }

  /** Records a batch and writes its results; not if it was stopped before it was recorded. */
  private boolean through(ReadAhead.Batch batch) throws IOException {
    Optional<List<Result>> answers =
        new Patience(tools.stop()).record(tools.feed(), batch.ready(), () -> ahead.again(batch));
    if (answers.isPresent()) {
      results.append(tools.words().lines(batch.items(), answers.get()));
    }
    return answers.isPresent();
  }

  /** Whoever waits for a long file sees that it goes on. */
  private void tell() {
    long now = System.nanoTime();
    if (now - told < TOLD_EVERY.toNanos()) {
      return;
    }
    LOG.info(
        "feed {}: a file of {} MiB is read to {} %, {} results, {} a second",
        tools.feed().name(),
        file.size() / (1024 * 1024),
        file.size() == 0 ? 100 : 100 * file.reached() / file.size(),
        results.lines(),
        (results.lines() - toldLines) * 1_000_000_000L / (now - told));
    told = now;
    toldLines = results.lines();
  }

  @Override
  public void close() throws IOException {
    try (file;
        results;
        ahead) {
      // All of them, whatever one of them says.
    }
  }
}
