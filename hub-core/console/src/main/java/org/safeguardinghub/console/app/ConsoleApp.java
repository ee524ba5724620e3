package org.safeguardinghub.console.app;

import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.safeguardinghub.console.alert.ChangeSignal;
import org.safeguardinghub.console.alert.Opener;
import org.safeguardinghub.console.audit.CheckpointKey;
import org.safeguardinghub.console.codec.StoredValues;
import org.safeguardinghub.console.oidc.OidcSettings;
import org.safeguardinghub.console.oidc.OidcSignIn;
import org.safeguardinghub.console.outbox.ContactCheck;
import org.safeguardinghub.console.outbox.DirectoryPublication;
import org.safeguardinghub.console.outbox.Outbox;
import org.safeguardinghub.console.outbox.OutboxPublisher;
import org.safeguardinghub.console.outbox.SilenceCheck;
import org.safeguardinghub.console.people.LeadDirectory;
import org.safeguardinghub.console.projection.Projector;
import org.safeguardinghub.console.projection.TopicFollower;
import org.safeguardinghub.console.projection.Undelivered;
import org.safeguardinghub.console.referral.ReferralStore;
import org.safeguardinghub.console.referral.Referring;
import org.safeguardinghub.console.signin.FirstPasswords;
import org.safeguardinghub.console.signin.PasswordHash;
import org.safeguardinghub.console.signin.Secrets;
import org.safeguardinghub.console.signin.SignIn;
import org.safeguardinghub.console.store.PostgresActionStore;
import org.safeguardinghub.console.store.PostgresAlertStore;
import org.safeguardinghub.console.store.PostgresAuditTrail;
import org.safeguardinghub.console.store.PostgresChildMoves;
import org.safeguardinghub.console.store.PostgresDirectoryStore;
import org.safeguardinghub.console.store.PostgresGlassStore;
import org.safeguardinghub.console.store.PostgresIdentityStore;
import org.safeguardinghub.console.store.PostgresReferralStore;
import org.safeguardinghub.console.store.PostgresSignInStore;
import org.safeguardinghub.console.store.Transactions;
import org.safeguardinghub.console.web.ConsoleParts;
import org.safeguardinghub.console.web.ConsoleServer;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.codec.AvroSerdes;
import org.safeguardinghub.kernel.quarantine.JdbcQuarantine;
import org.safeguardinghub.kernel.runtime.AppSettings;
import org.safeguardinghub.kernel.runtime.Database;
import org.safeguardinghub.kernel.runtime.HubClock;
import org.safeguardinghub.kernel.runtime.KafkaSettings;
import org.safeguardinghub.kernel.runtime.ReadyFile;
import org.safeguardinghub.kernel.sealing.HubKeys;
import org.safeguardinghub.kernel.sealing.PersonKeys;
import org.safeguardinghub.schemas.AccessAuditRecord;
import org.safeguardinghub.schemas.AlertActionRecord;
import org.safeguardinghub.schemas.DirectoryEntryRecord;
import org.safeguardinghub.schemas.IdentityRulingRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The console: pages for leads, the projection that they read, and what they say to the hub. */
public final class ConsoleApp implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ConsoleApp.class);

  /** Pages, the projection and the outbox; readers queue for a moment beyond that. */
  private static final int CONNECTIONS = 8;

  /** A console that lags far behind is still worth having: it serves, and catches up meanwhile. */
  private static final Duration CATCH_UP = Duration.ofSeconds(10);

  private static final Duration SEND_AGAIN = Duration.ofSeconds(5);

  /** In the order of starting; closed from the last to the first. */
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();

  private final CountDownLatch stopped = new CountDownLatch(1);

  private ConsoleApp() {}

  public static void main(String[] arguments) throws InterruptedException {
    ConsoleApp app = new ConsoleApp();
    Runtime.getRuntime().addShutdownHook(new Thread(app::close, "shutdown"));
    try {
      app.start(AppSettings.fromArguments(arguments));
    } catch (RuntimeException e) {
      // Half a console must not go on holding a port: whoever watches starts a whole one.
      app.close();
      throw e;
    }
    app.stopped.await();
  }

  private void start(AppSettings settings) throws InterruptedException {
    KafkaSettings kafka = KafkaSettings.of(settings);
    AvroSerdes serdes = AvroSerdes.of(kafka.registry());
    HubKeys keys = HubKeys.load(settings.path("keys.file"));
    SecureRandom random = new SecureRandom();
    Secrets secrets = new Secrets(random);
    PasswordHash hash = new PasswordHash(random, PasswordHash.GENERATED);
    HikariDataSource database = closing(Database.open(settings, CONNECTIONS));
    Transactions transactions = new Transactions(database);
    PostgresSignInStore signInStore = new PostgresSignInStore(transactions);
    HubClock clock = closing(HubClock.of(settings, kafka));

    Outbox outbox = new Outbox(transactions);
    ChangeSignal signal = new ChangeSignal();
    StoredValues values = new StoredValues(serdes);
    TopicFollower follower =
        follower(
            kafka,
            settings,
            transactions,
            values,
            new Undelivered(values, outbox, serdes.serializer(AlertActionRecord.class)),
            signal);
    publisher(kafka, settings, outbox);
    PostgresAlertStore alerts =
        new PostgresAlertStore(transactions, values, FeedWatch.expectations(settings));
    PostgresIdentityStore identity =
        new PostgresIdentityStore(
            transactions, values, alerts, outbox, serdes.serializer(IdentityRulingRecord.class));
    PostgresAuditTrail audit =
        new PostgresAuditTrail(
            transactions,
            outbox,
            serdes.serializer(AccessAuditRecord.class),
            CheckpointKey.load(settings.path("audit.key")),
            InstantSource.system(),
            () -> UUID.randomUUID().toString());
    JdbcQuarantine desk = new JdbcQuarantine(database);
    closing(new DeskAccesses(desk, audit)).start();
    Consumer<LeadDirectory> accountsOf =
        people ->
            FirstPasswords.ensure(
                signInStore, people, hash, secrets, settings.path("console.firstPasswords"));
    DirectoryKeeper directories =
        closing(
            new DirectoryKeeper(
                new PostgresDirectoryStore(transactions),
                new DirectoryPublication(
                    transactions, outbox, serdes.serializer(DirectoryEntryRecord.class), keys),
                audit,
                accountsOf,
                new ContactCheck(transactions, outbox, serdes.serializer(AlertActionRecord.class)),
                new PostgresChildMoves(transactions, values),
                clock));
    // Hashing the first passwords takes a while; the pages get ready meanwhile.
    CompletableFuture<Void> accounts =
        CompletableFuture.runAsync(() -> accountsOf.accept(directories.newest().directory()));
    Opener opener = new KeyOpener(keys, new PersonKeys(database, keys));
    Referring referring =
        referring(
            ReferralSettings.of(settings),
            new PostgresReferralStore(transactions),
            keys,
            opener,
            clock);
    ConsoleParts web =
        new ConsoleParts(
            new SignIn(signInStore, hash, secrets, InstantSource.system()),
            secrets,
            directories,
            EventCatalogue.load(),
            alerts,
            new PostgresActionStore(
                transactions, outbox, serdes.serializer(AlertActionRecord.class)),
            new PostgresGlassStore(
                transactions, outbox, serdes.serializer(AlertActionRecord.class)),
            identity,
            identity,
            audit,
            audit,
            opener,
            (actionId, reason) -> keys.sealText(HubKeys.REASON, actionId, reason),
            signal,
            desk,
            keys.subset(Set.of(HubKeys.QUARANTINE), false),
            referring,
            clock,
            () -> UUID.randomUUID().toString(),
            settings.text("console.url", "http:").startsWith("https:"),
            openId(settings));
    ConsoleServer server =
        closing(
            ConsoleServer.start(
                web, settings.text("http.host", "127.0.0.1"), settings.number("http.port", 0)));
    if (!follower.awaitCaughtUp(CATCH_UP)) {
      LOG.warn("the projection is still catching up with its topics");
    }
    accounts.join();
    directories.start();
    FeedWatch.rounds(
            settings,
            alerts,
            new SilenceCheck(
                transactions, outbox, serdes.serializer(AlertActionRecord.class), clock.instant()),
            clock)
        .map(this::closing)
        .ifPresent(Rounds::start);
    ReadyFile.write(settings, server.url());
    LOG.atInfo().addKeyValue("url", server.url()).log("the console serves");
  }

  /** Takes what providers report, and sends what waits, again and again. */
  private Referring referring(
      ReferralSettings settings,
      ReferralStore store,
      HubKeys keys,
      Opener opener,
      InstantSource clock) {
    HttpIntakeDoor door = closing(new HttpIntakeDoor(settings.url(), settings.tokens()));
    Referring referring =
        new Referring(
            store,
            door,
            (id, words) -> keys.sealText(HubKeys.REASON, id, words),
            opener,
            clock,
            settings.providers());
    closing(new Rounds("referrals", SEND_AGAIN, referring::sendWaiting)).start();
    return referring;
  }

  /** Where a file names a provider; a faulty file stops the start. */
  private static Optional<OidcSignIn> openId(AppSettings settings) {
    String file = settings.text("openid.file", "");
    URI back = URI.create(settings.text("console.url", "http:") + "/sign-in/openid/back");
    return file.isEmpty()
        ? Optional.empty()
        : Optional.of(new OidcSignIn(OidcSettings.read(Path.of(file)), () -> back));
  }

  private TopicFollower follower(
      KafkaSettings kafka,
      AppSettings settings,
      Transactions transactions,
      StoredValues values,
      Undelivered undelivered,
      ChangeSignal signal) {
    TopicFollower follower =
        closing(
            new TopicFollower(
                new KafkaConsumer<>(
                    kafka.reader(settings.text("hub.app") + "-projection"),
                    new StringDeserializer(),
                    new ByteArrayDeserializer()),
                transactions,
                new Projector(values),
                undelivered,
                signal));
    follower.start();
    return follower;
  }

  private void publisher(KafkaSettings kafka, AppSettings settings, Outbox outbox) {
    closing(
            new OutboxPublisher(
                outbox,
                new KafkaProducer<>(
                    kafka.producer(settings.text("hub.app") + "-outbox"),
                    new StringSerializer(),
                    new ByteArraySerializer())))
        .start();
  }

  @Override
  public void close() {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        LOG.atWarn().setCause(e).log("a part of the console did not close");
      }
    }
    stopped.countDown();
  }

  private <T extends AutoCloseable> T closing(T part) {
    parts.push(part);
    return part;
  }
}
