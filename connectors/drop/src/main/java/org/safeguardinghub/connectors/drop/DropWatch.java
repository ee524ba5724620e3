package org.safeguardinghub.connectors.drop;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.safeguardinghub.connectors.intake.feed.Feed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks into the drop folder of every sender twice a second, on one thread: one file is in memory
 * at a time, and those that are too large for that are read in turns. Looking is used instead of
 * the file system's notices because a file must be seen at rest in any case, and because notices
 * get lost on shared drives.
 */
public final class DropWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DropWatch.class);
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Duration AFTER_FAULT = Duration.ofSeconds(30);
  private static final Duration FINISH_WITHIN = Duration.ofSeconds(15);

  private final Stop stop;
  private final Map<String, FeedFolder> folders = new HashMap<>();
  private final Map<String, Long> restingSince = new HashMap<>();
  private final Thread thread = Thread.ofPlatform().name("drop").unstarted(this::watch);

  private DropWatch(Stop stop) {
    this.stop = stop;
  }

  /** Makes the folders and begins to look. */
  public static DropWatch start(Path drop, List<Feed> feeds, DropSettings settings, Door door)
      throws IOException {
    Stop stop = new Stop();
    DropWatch watch = new DropWatch(stop);
    FileRun runs = new FileRun(settings, door, stop, FileRun.SLICE);
    for (Feed feed : feeds) {
      if (feed.families().stream().anyMatch(settings.families()::contains)) {
        Folders own = Folders.create(drop, feed.name());
        Takes.of(settings).write(drop.resolve(feed.name()));
        watch.folders.put(
            feed.name(),
            new FeedFolder(
                feed,
                settings.endings(),
                own,
                runs,
                new Lists(settings.forms(), own),
                stop,
                InstantSource.system()));
      }
    }
    LOG.info("watching the folders of {} feeds", watch.folders.size());
    watch.thread.start();
    return watch;
  }

  /** Ends after the batch that is under way. */
  @Override
  public void close() {
    stop.stop();
    try {
      if (!thread.join(FINISH_WITHIN)) {
        LOG.warn("a batch is still under way; the next start goes on with it");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void watch() {
    while (!stop.stopped()) {
      folders.forEach(
          (feed, folder) -> {
            Long since = restingSince.get(feed);
            if (since == null || System.nanoTime() - since > AFTER_FAULT.toNanos()) {
              look(feed, folder);
            }
          });
      if (folders.values().stream().noneMatch(FeedFolder::more)) {
        stop.await(PAUSE);
      }
    }
  }

  /**
   * A fault of one feed's folder holds up nobody else; what is in work stays there and is tried
   * again.
   */
  private void look(String feed, FeedFolder folder) {
    try {
      folder.look();
      restingSince.remove(feed);
    } catch (IOException | RuntimeException e) {
      // Messages of file faults name files, and a file's name may name a child.
      LOG.error(
          "feed {}: its folder cannot be worked on ({}): see that its disk has room and belongs to this account; trying"
              + " again in {} s",
          feed,
          e.getClass().getSimpleName(),
          AFTER_FAULT.toSeconds());
      restingSince.put(feed, System.nanoTime());
    }
  }
}
