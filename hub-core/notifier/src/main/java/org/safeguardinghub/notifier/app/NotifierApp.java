package org.safeguardinghub.notifier.app;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.safeguardinghub.kernel.codec.AvroSerdes;
import org.safeguardinghub.kernel.runtime.AppSettings;
import org.safeguardinghub.kernel.runtime.Database;
import org.safeguardinghub.kernel.runtime.HubClock;
import org.safeguardinghub.kernel.runtime.KafkaSettings;
import org.safeguardinghub.kernel.runtime.ReadyFile;
import org.safeguardinghub.kernel.sealing.HubKeys;
import org.safeguardinghub.kernel.topics.Principals;
import org.safeguardinghub.notifier.contact.ContactBook;
import org.safeguardinghub.notifier.delivery.Channel;
import org.safeguardinghub.notifier.delivery.Sender;
import org.safeguardinghub.notifier.dispatch.Clocks;
import org.safeguardinghub.notifier.dispatch.Dispatcher;
import org.safeguardinghub.notifier.dispatch.Loop;
import org.safeguardinghub.notifier.dispatch.Signal;
import org.safeguardinghub.notifier.dispatch.Teller;
import org.safeguardinghub.notifier.notify.NotifySender;
import org.safeguardinghub.notifier.postgres.PostgresDeliveries;
import org.safeguardinghub.notifier.smtp.SmtpSender;
import org.safeguardinghub.notifier.webhook.WebhookSender;
import org.safeguardinghub.schemas.DeliveryRecord;
import org.safeguardinghub.schemas.DirectoryEntryRecord;
import org.safeguardinghub.schemas.NotificationRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The notifier's process. Four loops, each on a thread of its own; when one of them ends with a
 * fault the process ends, and whoever watches it starts it again.
 */
public final class NotifierApp implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NotifierApp.class);
  private static final Duration DIRECTORY_WITHIN = Duration.ofSeconds(60);
  private static final Duration TELL_WITHIN = Duration.ofSeconds(2);
  private static final int CONNECTIONS = 4;

  private final Resources resources = new Resources();
  private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();

  private NotifierApp() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  private static int run(String[] arguments) {
    // Java's own HTTP would repeat a request whose connection broke, unseen: our attempts ask
    // first.
    System.setProperty("sun.net.http.retryPost", "false");
    try {
      NotifierApp app = start(AppSettings.fromArguments(arguments));
      Runtime.getRuntime().addShutdownHook(new Thread(app::close, "stop"));
      return app.exitCode.join();
    } catch (AppSettings.SettingsFault fault) {
      LOG.error("{}", fault.getMessage());
      return 2;
    } catch (RuntimeException fault) {
      LOG.error("the notifier cannot start", fault);
      return 1;
    }
  }

  /** Starts everything and returns when notifications are being read and sent. */
  public static NotifierApp start(AppSettings settings) {
    NotifierApp app = new NotifierApp();
    try {
      app.wire(settings, NotifierSettings.of(settings));
      ReadyFile.write(settings);
      LOG.info("the notifier is ready");
      return app;
    } catch (RuntimeException fault) {
      app.close();
      throw fault;
    }
  }

  private void wire(AppSettings settings, NotifierSettings own) {
    KafkaSettings kafka = KafkaSettings.of(settings);
    AvroSerdes serdes = AvroSerdes.of(kafka.registry());
    HubClock clock = resources.add(HubClock.of(settings, kafka));
    InstantSource realTime = InstantSource.system();
    HikariDataSource database = resources.add(Database.open(settings, CONNECTIONS));
    PostgresDeliveries deliveries = new PostgresDeliveries(database);
    ContactBook book = new ContactBook(HubKeys.load(settings.path("keys.file")), clock);

    followDirectory(kafka, serdes, book);

    Signal recorded = new Signal();
    Producer<String, DeliveryRecord> producer =
        new KafkaProducer<>(
            kafka.producer("notifier"),
            new StringSerializer(),
            serdes.serializer(DeliveryRecord.class));
    // What is not told by then is told after the next start.
    resources.add(() -> producer.close(TELL_WITHIN));
    begin(
        "outcomes",
        new Teller(deliveries, new OutcomeProducer(producer), own.dispatch().idle(), recorded));
    WebhookSender webhooks =
        resources.add(new WebhookSender(own.console(), book, own.webhookTimeout(), realTime));
    Map<Channel, Sender> senders = new EnumMap<>(Channel.class);
    senders.put(Channel.WEBHOOK, webhooks);
    own.smtp()
        .ifPresent(
            smtp ->
                senders.put(Channel.EMAIL, new SmtpSender(smtp, own.console(), book, realTime)));
    own.notifyAccount()
        .ifPresent(
            account -> {
              NotifySender.mails(account, own.console(), book)
                  .ifPresent(sender -> senders.put(Channel.EMAIL, sender));
              NotifySender.texts(account, own.console(), book)
                  .ifPresent(sender -> senders.put(Channel.TEXT, sender));
            });
    Dispatcher dispatcher =
        new Dispatcher(
            deliveries,
            senders,
            own.dispatch(),
            new Clocks(realTime, clock, () -> ThreadLocalRandom.current().nextDouble()),
            recorded);
    begin("dispatch", dispatcher);
    begin(
        "notifications",
        new NotificationReader(
            consumer(kafka.consumer("notifier-notifications", Principals.NOTIFIER)),
            serdes.deserializer(NotificationRecord.class),
            deliveries,
            realTime,
            dispatcher.due()));
  }

  /** Nobody is called unknown because the directory was still being read. */
  private void followDirectory(KafkaSettings kafka, AvroSerdes serdes, ContactBook book) {
    DirectoryReader directory =
        new DirectoryReader(
            consumer(kafka.reader("notifier-directory")),
            serdes.deserializer(DirectoryEntryRecord.class),
            book);
    begin("directory", directory);
    try {
      if (!directory.awaitCaughtUp(DIRECTORY_WITHIN)) {
        throw new IllegalStateException("the directory cannot be read: is the broker up?");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading the directory", e);
    }
  }

  private static Consumer<String, byte[]> consumer(Map<String, Object> config) {
    return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
  }

  private void begin(String name, Loop loop) {
    Thread thread =
        Thread.ofPlatform()
            .name(name)
            .daemon()
            .uncaughtExceptionHandler(
                (_, fault) -> {
                  LOG.error("a loop ended with a fault, the notifier stops", fault);
                  exitCode.complete(1);
                })
            .start(loop);
    resources.add(
        () -> {
          loop.close();
          thread.join(TELL_WITHIN);
        });
  }

  @Override
  public void close() {
    resources.close();
    exitCode.complete(0);
  }

  /** Closes in the reverse order of opening, each once. */
  private static final class Resources {
    private final List<AutoCloseable> open = new ArrayList<>();

    synchronized <T extends AutoCloseable> T add(T resource) {
      open.add(resource);
      return resource;
    }

    synchronized void close() {
      for (AutoCloseable resource : open.reversed()) {
        try {
          resource.close();
        } catch (Exception e) {
          if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
          }
          LOG.warn("something did not close cleanly", e);
        }
      }
      open.clear();
    }
  }
}
