package org.safeguardinghub.risk.topology.app;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.safeguardinghub.kernel.calendar.WorkingCalendar;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.codec.AvroSerdes;
import org.safeguardinghub.kernel.runtime.AppSettings;
import org.safeguardinghub.kernel.runtime.Database;
import org.safeguardinghub.kernel.runtime.HubClock;
import org.safeguardinghub.kernel.runtime.KafkaSettings;
import org.safeguardinghub.kernel.runtime.ReadyFile;
import org.safeguardinghub.kernel.sealing.HubKeys;
import org.safeguardinghub.kernel.sealing.PersonKeys;
import org.safeguardinghub.risk.topology.identity.AttributionTopology;
import org.safeguardinghub.risk.topology.identity.IdentityEdge;
import org.safeguardinghub.risk.topology.identity.IdentitySettings;
import org.safeguardinghub.risk.topology.identity.LinkerTopology;
import org.safeguardinghub.risk.topology.identity.PersonSealing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Attribution and linker in one process, as two Kafka Streams applications. A failing thread is
 * replaced; when that happens again and again the process ends, and whoever started it starts it
 * anew.
 */
public final class IdentityApp {
  private static final Logger LOG = LoggerFactory.getLogger(IdentityApp.class);
  private static final int CONNECTIONS = 4;
  private static final int FAILURES_ALLOWED = 5;
  private static final Duration FAILURE_WINDOW = Duration.ofMinutes(1);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(8);

  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicBoolean failed = new AtomicBoolean();
  private final AtomicBoolean ready = new AtomicBoolean();
  private final Deque<Instant> failures = new ArrayDeque<>();
  private final AppSettings settings;
  private final KafkaSettings kafka;

  private IdentityApp(AppSettings settings) {
    this.settings = settings;
    this.kafka = KafkaSettings.of(settings);
  }

  public static void main(String[] arguments) throws InterruptedException {
    AppSettings settings;
    try {
      settings = AppSettings.fromArguments(arguments);
    } catch (AppSettings.SettingsFault e) {
      LOG.error("cannot start: {}", e.getMessage());
      System.exit(2);
      return;
    }
    System.exit(new IdentityApp(settings).run() ? 0 : 1);
  }

  private boolean run() throws InterruptedException {
    HubKeys keys = HubKeys.load(settings.path("keys.file"));
    Set.of(HubKeys.INTAKE, HubKeys.DATE_OF_BIRTH, HubKeys.MASTER)
        .forEach(name -> keys.openText(keys.sealText(name, "start", "")));
    try (HubClock clock = HubClock.of(settings, kafka);
        HikariDataSource database = Database.open(settings, CONNECTIONS)) {
      IdentityEdge edge =
          new IdentityEdge(
              AvroSerdes.of(kafka.registry()),
              keys,
              PersonSealing.of(new PersonKeys(database, keys)),
              EventCatalogue.load(),
              WorkingCalendar.load(),
              clock,
              clock.story());
      return run(
          List.of(
              streams(
                  AttributionTopology.build(edge),
                  IdentitySettings.ATTRIBUTION,
                  settings.number("identity.threads", 1)),
              streams(LinkerTopology.build(edge), IdentitySettings.LINKER, 1)));
    }
  }

  private boolean run(List<KafkaStreams> all) throws InterruptedException {
    CountDownLatch closed = new CountDownLatch(1);
    Thread stopping = Thread.ofPlatform().name("identity-stop").unstarted(() -> stop(closed));
    Runtime.getRuntime().addShutdownHook(stopping);
    all.forEach(streams -> streams.setStateListener((now, _) -> look(all, now)));
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
      LOG.info("identity is running");
    }
  }

  /** On a signal: lets the main thread close both applications, and waits until it has. */
  private void stop(CountDownLatch closed) {
    ended.countDown();
    try {
      boolean inTime =
          closed.await(CLOSE_WITHIN.toSeconds(), java.util.concurrent.TimeUnit.SECONDS);
      LOG.info("identity stopped, in time: {}", inTime);
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

  private KafkaStreams streams(Topology topology, String applicationId, int threads) {
    KafkaStreams streams =
        new KafkaStreams(
            topology,
            IdentitySettings.of(kafka, applicationId, settings.path("hub.data"), threads));
    streams.setUncaughtExceptionHandler(thrown -> failed(applicationId, thrown));
    return streams;
  }

  private synchronized StreamThreadExceptionResponse failed(
      String applicationId, Throwable thrown) {
    Instant now = Instant.now();
    failures.addLast(now);
    failures.removeIf(at -> at.isBefore(now.minus(FAILURE_WINDOW)));
    boolean again = failures.size() <= FAILURES_ALLOWED;
    LOG.error("a thread of {} failed; goes on: {}", applicationId, again, thrown);
    return again
        ? StreamThreadExceptionResponse.REPLACE_THREAD
        : StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }
}
