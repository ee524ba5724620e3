package org.safeguardinghub.risk.topology.app;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.codec.AvroSerdes;
import org.safeguardinghub.kernel.runtime.AppSettings;
import org.safeguardinghub.kernel.runtime.HubClock;
import org.safeguardinghub.kernel.runtime.KafkaSettings;
import org.safeguardinghub.kernel.runtime.ReadyFile;
import org.safeguardinghub.kernel.sealing.HubKeys;
import org.safeguardinghub.kernel.topics.Topics;
import org.safeguardinghub.risk.alert.AlertRules;
import org.safeguardinghub.risk.policy.file.PolicyFile;
import org.safeguardinghub.risk.policy.rule.Policy;
import org.safeguardinghub.risk.topology.risk.PolicyPublication;
import org.safeguardinghub.risk.topology.risk.RiskEdge;
import org.safeguardinghub.risk.topology.risk.RiskSettings;
import org.safeguardinghub.risk.topology.risk.RiskTopology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Policy and alerts in one process. A failing thread is replaced; when that happens again and again
 * the process ends, and whoever started it starts it anew.
 */
public final class RiskApp {
  private static final Logger LOG = LoggerFactory.getLogger(RiskApp.class);
  private static final int FAILURES_ALLOWED = 5;
  private static final Duration FAILURE_WINDOW = Duration.ofMinutes(1);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(8);

  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicBoolean failed = new AtomicBoolean();
  private final AtomicBoolean ready = new AtomicBoolean();
  private final Deque<Instant> failures = new ArrayDeque<>();
  private final AppSettings settings;
  private final KafkaSettings kafka;

  private RiskApp(AppSettings settings) {
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
    System.exit(new RiskApp(settings).run() ? 0 : 1);
  }

  private boolean run() throws InterruptedException {
    HubKeys keys = HubKeys.load(settings.path("keys.file"));
    keys.openText(keys.sealText(HubKeys.DATE_OF_BIRTH, "start", ""));
    EventCatalogue catalogue = EventCatalogue.load();
    Policy shipped = PolicyFile.shipped(catalogue);
    AvroSerdes serdes = AvroSerdes.of(kafka.registry());
    try (HubClock clock = HubClock.of(settings, kafka)) {
      new PolicyPublisher(kafka, serdes, RiskSettings.APPLICATION)
          .publish(
              PolicyPublication.of(
                  shipped, PolicyFile.shippedText(), Topics.SUBJECT_PARTITIONS, clock.instant()));
      RiskEdge edge =
          new RiskEdge(
              serdes,
              keys,
              catalogue,
              AlertRules.load(),
              shipped,
              yaml -> policy(yaml, catalogue),
              clock,
              clock.story(),
              () -> UUID.randomUUID().toString());
      return run(
          new KafkaStreams(
              RiskTopology.build(edge),
              RiskSettings.of(
                  kafka, settings.path("hub.data"), settings.number("risk.threads", 1))));
    }
  }

  private static Policy policy(String yaml, EventCatalogue catalogue) {
    return switch (PolicyFile.read("risk-policy.v1", yaml, catalogue)) {
      case PolicyFile.Reading.Sound sound -> sound.policy();
      case PolicyFile.Reading.Faulty faulty ->
          throw new IllegalStateException(
              "a published policy cannot be read by this version:\n"
                  + faulty.faults().stream()
                      .map(Object::toString)
                      .collect(Collectors.joining("\n")));
    };
  }

  private boolean run(KafkaStreams streams) throws InterruptedException {
    CountDownLatch closed = new CountDownLatch(1);
    streams.setUncaughtExceptionHandler(this::failed);
    streams.setStateListener((now, _) -> look(now));
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().name("risk-stop").unstarted(() -> stop(closed)));
    streams.start();
    ended.await();
    streams.close(CLOSE_WITHIN.dividedBy(2));
    closed.countDown();
    return !failed.get();
  }

  private void look(KafkaStreams.State now) {
    if (now == KafkaStreams.State.ERROR) {
      failed.set(true);
      ended.countDown();
    }
    if (now == KafkaStreams.State.RUNNING && ready.compareAndSet(false, true)) {
      ReadyFile.write(settings);
      LOG.info("risk is running");
    }
  }

  /** On a signal: lets the main thread close the application, and waits until it has. */
  private void stop(CountDownLatch closed) {
    ended.countDown();
    try {
      boolean inTime = closed.await(CLOSE_WITHIN.toSeconds(), TimeUnit.SECONDS);
      LOG.info("risk stopped, in time: {}", inTime);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized StreamThreadExceptionResponse failed(Throwable thrown) {
    Instant now = Instant.now();
    failures.addLast(now);
    failures.removeIf(at -> at.isBefore(now.minus(FAILURE_WINDOW)));
    boolean again = failures.size() <= FAILURES_ALLOWED;
    LOG.error("a thread of {} failed; goes on: {}", RiskSettings.APPLICATION, again, thrown);
    return again
        ? StreamThreadExceptionResponse.REPLACE_THREAD
        : StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }
}
