package org.safeguardinghub.connectors.intake.app;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.safeguardinghub.connectors.intake.Intake;
import org.safeguardinghub.connectors.intake.feed.Feed;
import org.safeguardinghub.connectors.intake.feed.Feeds;
import org.safeguardinghub.connectors.intake.feedback.JdbcFeedback;
import org.safeguardinghub.connectors.intake.feedback.Patience;
import org.safeguardinghub.connectors.intake.feedback.Receivers;
import org.safeguardinghub.connectors.intake.feedback.Telling;
import org.safeguardinghub.connectors.intake.publish.DispositionFollower;
import org.safeguardinghub.connectors.intake.publish.Heartbeat;
import org.safeguardinghub.connectors.intake.publish.KafkaSender;
import org.safeguardinghub.connectors.intake.receipt.JdbcFates;
import org.safeguardinghub.connectors.intake.receipt.JdbcReceipts;
import org.safeguardinghub.connectors.intake.receipt.ReceiptStore;
import org.safeguardinghub.connectors.intake.resubmit.JdbcOrders;
import org.safeguardinghub.connectors.intake.resubmit.Resubmitting;
import org.safeguardinghub.kernel.codec.AvroSerdes;
import org.safeguardinghub.kernel.runtime.AppSettings;
import org.safeguardinghub.kernel.runtime.Database;
import org.safeguardinghub.kernel.runtime.HubClock;
import org.safeguardinghub.kernel.runtime.KafkaSettings;
import org.safeguardinghub.kernel.sealing.HubKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The intake of one running connector. */
public final class IntakeRuntime implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IntakeRuntime.class);
  private static final int CONNECTIONS = 4;
  private static final Duration TELL_WITHIN = Duration.ofSeconds(10);
  private static final int FINISH_WITHIN_SECONDS = 8;

  private final Feeds feeds;
  private final HubClock clock;
  private final HikariDataSource database;
  private final KafkaSender sender;
  private final JdbcReceipts receipts;
  private final Intake intake;
  private final Rounds rounds;
  private final ExecutorService publisher =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("intake-publish").factory());
  private final Optional<DispositionFollower> follower;
  private final Optional<Telling> telling;

  private IntakeRuntime(AppSettings settings, boolean answersReceipts) {
    KafkaSettings kafka = KafkaSettings.of(settings);
    String connector = settings.text("hub.app");
    AvroSerdes serdes = AvroSerdes.of(kafka.registry());
    HubKeys keys = HubKeys.load(settings.path("keys.file"));
    feeds = Feeds.load(settings.path("feeds.file"));
    clock = HubClock.of(settings, kafka);
    database = Database.open(settings, CONNECTIONS);
    receipts = new JdbcReceipts(database);
    sender =
        new KafkaSender(
            feed -> producer(kafka, connector, feed), serdes.serializer(SpecificRecord.class));
    intake = Intake.of(connector, keys, receipts, sender, publisher, clock);
    Receivers receivers =
        settings
            .optional("feedback.file")
            .map(file -> Receivers.load(Path.of(file)))
            .orElseGet(Receivers::none);
    telling = answersReceipts ? Optional.of(telling(receivers)) : Optional.empty();
    rounds =
        new Rounds(
            intake.outgoing(),
            new Heartbeat(connector, feeds, receipts, sender, clock),
            answersReceipts
                ? Optional.of(
                    new Resubmitting(new JdbcOrders(database), intake, feeds, keys, clock))
                : Optional.empty(),
            telling);
    follower =
        answersReceipts
            ? Optional.of(
                new DispositionFollower(
                    new KafkaConsumer<>(
                        kafka.reader(connector + "-dispositions"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer()),
                    serdes.deserializer(org.safeguardinghub.schemas.DispositionRecord.class),
                    new JdbcFates(database, receivers.feeds())))
            : Optional.empty();
  }

  /**
   * Opens everything and starts what runs beside it.
   *
   * @param answersReceipts whether this connector follows the fates of messages and resubmits what
   *     was put right; one connector is enough
   */
  public static IntakeRuntime start(AppSettings settings, boolean answersReceipts) {
    IntakeRuntime runtime = new IntakeRuntime(settings, answersReceipts);
    runtime.rounds.start();
    runtime.follower.ifPresent(DispositionFollower::start);
    return runtime;
  }

  public Intake intake() {
    return intake;
  }

  public Feeds feeds() {
    return feeds;
  }

  public ReceiptStore receipts() {
    return receipts;
  }

  public HubClock clock() {
    return clock;
  }

  @Override
  public void close() {
    rounds.close();
    telling.ifPresent(Telling::close);
    finish();
    follower.ifPresent(DispositionFollower::close);
    sender.close();
    clock.close();
    database.close();
  }

  /** What is on its way leaves; what does not is found in the store by the next start. */
  private void finish() {
    publisher.shutdown();
    try {
      if (!publisher.awaitTermination(FINISH_WITHIN_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("some messages are still to be published; the next start publishes them");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Signed by real time, whatever clock a story has: receivers have no other. */
  private Telling telling(Receivers receivers) {
    return new Telling(
        receivers,
        new JdbcFeedback(database),
        Patience.THREE_DAYS,
        TELL_WITHIN,
        InstantSource.system(),
        () -> ThreadLocalRandom.current().nextDouble());
  }

  private Producer<String, byte[]> producer(
      KafkaSettings kafka, String connector, Optional<String> feedName) {
    Optional<Feed> feed = feedName.flatMap(feeds::named);
    KafkaSettings principal =
        feed.map(f -> kafka.as(f.kafkaUsername(), f.kafkaPassword())).orElse(kafka);
    return new KafkaProducer<>(
        KafkaSender.tuned(principal.producer(connector + feed.map(f -> "-" + f.name()).orElse(""))),
        new StringSerializer(),
        new ByteArraySerializer());
  }
}
