package org.safeguardinghub.risk.topology.app;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.safeguardinghub.kernel.runtime.AppSettings;
import org.safeguardinghub.kernel.runtime.ReadyFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of a process that hosts Kafka Streams applications. A failing thread is replaced; when
 * that happens again and again the process ends, and whoever started it starts it anew.
 */
final class StreamsProcess {
  private static final Logger LOG = LoggerFactory.getLogger(StreamsProcess.class);
  private static final int FAILURES_ALLOWED = 5;
  private static final Duration FAILURE_WINDOW = Duration.ofMinutes(1);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(8);

  private final CountDownLatch ended = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicBoolean failed = new AtomicBoolean();
  private final AtomicBoolean ready = new AtomicBoolean();
  private final Deque<Instant> failures = new ArrayDeque<>();
  private final AppSettings settings;
  private final String name;

  private StreamsProcess(AppSettings settings) {
    this.settings = settings;
    this.name = settings.text("hub.app");
  }

  /** What an app does with its settings; says whether it ended well. */
  interface Body {
    boolean run(AppSettings settings) throws InterruptedException;
  }

  /** A main: exit code 2 for a fault of the settings, 1 for a failure, 0 after a signal. */
  static void main(String[] arguments, Body body) throws InterruptedException {
    AppSettings settings;
    try {
      settings = AppSettings.fromArguments(arguments);
    } catch (AppSettings.SettingsFault e) {
      LOG.error("cannot start: {}", e.getMessage());
      System.exit(2);
      return;
    }
    System.exit(body.run(settings) ? 0 : 1);
  }

  /** Runs the applications until a signal or until they fail; says whether it was a signal. */
  static boolean run(AppSettings settings, List<KafkaStreams> applications)
      throws InterruptedException {
    return new StreamsProcess(settings).run(applications);
  }

  private boolean run(List<KafkaStreams> all) throws InterruptedException {
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().name(name + "-stop").unstarted(this::stop));
    for (KafkaStreams streams : all) {
      streams.setUncaughtExceptionHandler(this::failed);
      streams.setStateListener((now, _) -> look(all, now));
    }
    all.forEach(KafkaStreams::start);
    ended.await();
    close(all);
    closed.countDown();
    return !failed.get();
  }

  private void look(List<KafkaStreams> all, KafkaStreams.State now) {
    if (now == KafkaStreams.State.ERROR) {
      failed.set(true);
      ended.countDown();
    }
    boolean running = all.stream().allMatch(one -> one.state() == KafkaStreams.State.RUNNING);
    if (running && ready.compareAndSet(false, true)) {
      ReadyFile.write(settings);
      LOG.info("{} is running", name);
    }
  }

  /** On a signal: lets the main thread close the applications, and waits until it has. */
  private void stop() {
    ended.countDown();
    try {
      boolean inTime = closed.await(CLOSE_WITHIN.toSeconds(), TimeUnit.SECONDS);
      LOG.info("{} stopped, in time: {}", name, inTime);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void close(List<KafkaStreams> all) throws InterruptedException {
    List<Thread> closing =
        all.stream()
            .map(one -> Thread.ofVirtual().start(() -> one.close(CLOSE_WITHIN.dividedBy(2))))
            .toList();
    for (Thread each : closing) {
      each.join();
    }
  }

  private synchronized StreamThreadExceptionResponse failed(Throwable thrown) {
    Instant now = Instant.now();
    failures.addLast(now);
    failures.removeIf(at -> at.isBefore(now.minus(FAILURE_WINDOW)));
    boolean again = failures.size() <= FAILURES_ALLOWED;
    LOG.error("a thread of {} failed; goes on: {}", name, again, thrown);
    return again
        ? StreamThreadExceptionResponse.REPLACE_THREAD
        : StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }
}
