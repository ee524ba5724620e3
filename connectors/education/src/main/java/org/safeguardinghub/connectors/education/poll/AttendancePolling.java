package org.safeguardinghub.connectors.education.poll;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.safeguardinghub.connectors.drop.Door;
import org.safeguardinghub.connectors.education.form.MarksPage;
import org.safeguardinghub.connectors.intake.feed.Feed;
import org.safeguardinghub.connectors.intake.feed.Feeds;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.runtime.AppSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Polls one attendance system on a thread of its own, until it is closed. */
public final class AttendancePolling implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AttendancePolling.class);
  private static final int EVERY_SECONDS = 300;

  private final CountDownLatch stop = new CountDownLatch(1);
  private final Source source;
  private final Poller poller;
  private final Duration every;
  private final String feed;
  private final Thread thread = Thread.ofPlatform().name("poll").unstarted(this::run);

  private AttendancePolling(Source source, Poller poller, Duration every, String feed) {
    this.source = source;
    this.poller = poller;
    this.every = every;
    this.feed = feed;
  }

  /**
   * Begins to poll.
   *
   * @param polling what the file of {@code education.poll.file} holds, as the README lists it
   * @param data folder of the connector, where the checkpoint is kept
   */
  public static AttendancePolling start(
      AppSettings polling, Path data, Feeds feeds, Door door, MarksPage pages) throws IOException {
    URI url = url(polling.text("url"));
    Feed feed =
        feeds
            .named(polling.text("feed"))
            .filter(one -> one.families().contains(OriginFamily.EDU))
            .orElseThrow(() -> new AppSettings.SettingsFault("feed must be one of a school"));
    Source source = new Source(url, Files.readString(polling.path("token.file")).strip());
    Path folder = Files.createDirectories(data.resolve("poll"));
    Checkpoint checkpoint = new Checkpoint(folder.resolve(feed.name() + ".cursor"));
    Poller poller =
        new Poller(
            feed, source, pages, door, checkpoint, () -> ThreadLocalRandom.current().nextDouble());
    Duration every = Duration.ofSeconds(polling.number("every.seconds", EVERY_SECONDS));
    AttendancePolling started = new AttendancePolling(source, poller, every, feed.name());
    started.thread.start();
    return started;
  }

  /** Names of pupils go over this line: it is encrypted, or does not leave the machine. */
  private static URI url(String text) throws IOException {
    try {
      URI url = new URI(text);
      boolean host = url.getHost() != null && url.getFragment() == null;
      boolean safe =
          host
              && ("https".equals(url.getScheme())
                  || ("http".equals(url.getScheme())
                      && InetAddress.getByName(url.getHost()).isLoopbackAddress()));
      if (safe) {
        return url;
      }
    } catch (java.net.URISyntaxException e) {
      LOG.debug("no address: {}", e.getReason());
    }
    throw new AppSettings.SettingsFault("url must be an https address");
  }

  private void run() {
    Duration pause = Duration.ZERO;
    try {
      while (!stop.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        pause = after(poller.step());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      LOG.error("feed {}: polling has ended: {}", feed, e.getClass().getSimpleName());
    }
  }

  private Duration after(Poller.Step step) {
    return switch (step) {
      case Poller.Step.Taken(int marks, boolean more) -> {
        LOG.debug("feed {}: a page of {} marks was recorded", feed, marks);
        yield more ? Duration.ZERO : every;
      }
      case Poller.Step.Again(String why, Duration wait) -> {
        LOG.warn("feed {}: no page, again in {} s: {}", feed, wait.toSeconds(), why);
        yield wait;
      }
    };
  }

  /** Ends after the page that is being recorded. */
  @Override
  public void close() {
    stop.countDown();
    source.close();
    try {
      thread.join(Duration.ofSeconds(15));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
