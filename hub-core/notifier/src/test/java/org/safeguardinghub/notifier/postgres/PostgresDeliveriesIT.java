package org.safeguardinghub.notifier.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.safeguardinghub.notifier.delivery.Fixtures.NOON;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.safeguardinghub.kernel.sealing.HubKeys;
import org.safeguardinghub.notifier.contact.Contact;
import org.safeguardinghub.notifier.contact.ContactBook;
import org.safeguardinghub.notifier.delivery.Channel;
import org.safeguardinghub.notifier.delivery.Deliveries;
import org.safeguardinghub.notifier.delivery.DeliveriesContract;
import org.safeguardinghub.notifier.delivery.Fixtures;
import org.safeguardinghub.notifier.delivery.Outcome;
import org.safeguardinghub.notifier.delivery.RetrySchedule;
import org.safeguardinghub.notifier.dispatch.Clocks;
import org.safeguardinghub.notifier.dispatch.DispatchSettings;
import org.safeguardinghub.notifier.dispatch.Dispatcher;
import org.safeguardinghub.notifier.dispatch.Signal;
import org.safeguardinghub.notifier.dispatch.TroubledReceivers;
import org.safeguardinghub.notifier.dispatch.Until;
import org.safeguardinghub.notifier.webhook.WebhookSender;

/** The real store on a real database, signed in as the notifier's own role. */
final class PostgresDeliveriesIT implements DeliveriesContract {
  private static final List<String> MIGRATIONS =
      List.of("/db/notifier/V1__deliveries.sql", "/db/notifier/V2__channels.sql");

  private static final URI CONSOLE = URI.create("https://hub.fablewick.example/");
  private static final String SECRET = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

  @SuppressWarnings("NullAway.Init") // JUnit calls start() first.
  private static EmbeddedPostgres postgres;

  /** As in the notifier: a connection for each call would be more than the server has to give. */
  @SuppressWarnings("NullAway.Init")
  private static HikariDataSource pool;

  @BeforeAll
  static void start() throws IOException, SQLException {
    postgres = EmbeddedPostgres.builder().setServerConfig("max_connections", "10").start();
    run("create role hub_notifier login");
    run("create schema notifier");
    for (String migration : MIGRATIONS) {
      try (InputStream script =
          Objects.requireNonNull(PostgresDeliveriesIT.class.getResourceAsStream(migration))) {
        run(new String(script.readAllBytes(), UTF_8));
      }
    }
    HikariConfig config = new HikariConfig();
    config.setDataSource(asNotifier(postgres.getPort()));
    config.setMaximumPoolSize(4);
    pool = new HikariDataSource(config);
  }

  @AfterAll
  static void stop() throws IOException {
    pool.close();
    postgres.close();
  }

  @Override
  public Deliveries store() {
    try {
      run("truncate notifier.outcome, notifier.delivery, notifier.unreadable");
    } catch (SQLException e) {
      throw new IllegalStateException("cannot empty the store", e);
    }
    return new PostgresDeliveries(pool);
  }

  @Test
  void theNotifierMayNotForget() {
    assertThatThrownBy(
            () -> {
              try (Connection connection = asNotifier(postgres.getPort()).getConnection();
                  Statement statement = connection.createStatement()) {
                statement.execute("delete from notifier.delivery");
              }
            })
        .hasMessageContaining("permission denied");
  }

  @Test
  void aDatabaseThatIsAwayIsSaidSo() {
    Deliveries away = new PostgresDeliveries(asNotifier(1));

    assertThatThrownBy(() -> away.accept(List.of(Fixtures.mail("n1", "p1")), NOON))
        .isInstanceOf(Deliveries.StoreUnavailable.class);
  }

  /**
   * An hour by a clock that is set by hand, through the real senders: a minute passes only when its
   * notice has arrived.
   */
  @Test
  void receiversInTroubleForAnHourDelayNobodyElseAndAreGivenUpAfterHalfOfIt() throws IOException {
    AtomicReference<Instant> clock = new AtomicReference<>(NOON);
    Deliveries store = store();
    List<Outcome> told = new ArrayList<>();
    try (TroubledReceivers receivers = new TroubledReceivers();
        WebhookSender sender =
            new WebhookSender(CONSOLE, book(receivers), Duration.ofMillis(150), clock::get)) {
      Dispatcher dispatcher =
          new Dispatcher(
              store,
              Map.of(Channel.WEBHOOK, sender),
              new DispatchSettings(
                  16,
                  2,
                  Duration.ofMillis(250),
                  Duration.ofMillis(20),
                  new RetrySchedule(Duration.ofSeconds(2), Duration.ofMinutes(5), 15, 5)),
              new Clocks(clock::get, clock::get, () -> 0.5),
              new Signal());
      for (String person : receivers.urls().keySet()) {
        store.accept(List.of(Fixtures.webhook("first-" + person, person)), NOON);
      }
      Thread.ofPlatform().daemon().start(dispatcher);
      for (int minute = 1; minute <= 60; minute++) {
        Instant begun = NOON.plus(Duration.ofMinutes(minute));
        clock.set(begun);
        String id = "minute-" + minute;
        store.accept(List.of(Fixtures.webhook(id, "p-well")), begun);
        dispatcher.due().raise();
        Until.holds(
            id,
            () -> {
              // A machine that is busy may need a second attempt: its wait must pass, too.
              clock.updateAndGet(now -> within(begun, now.plusMillis(50)));
              return tell(store, told).stream().anyMatch(o -> delivered(o, id));
            });
      }
      Until.holds(
          "all are settled",
          () -> {
            clock.updateAndGet(now -> now.plusSeconds(5));
            return tell(store, told).stream().filter(this::settled).count() == 65;
          });
      dispatcher.close();
    }

    assertThat(told)
        .filteredOn(o -> o.kind() == Outcome.Kind.DELIVERED)
        .hasSize(61)
        .allMatch(o -> o.personId().equals("p-well"));
    assertThat(told)
        .filteredOn(o -> o.kind() == Outcome.Kind.UNDELIVERABLE)
        .extracting(Outcome::personId, Outcome::attempt, Outcome::providerCode)
        .containsExactlyInAnyOrder(
            tuple("p-failing", 15, "http-500"),
            tuple("p-hanging", 15, "timeout"),
            tuple("p-dripping", 15, "timeout"),
            tuple("p-broken-tls", 15, "http-broken-off"));
  }

  /** Never into the next minute. */
  private static Instant within(Instant minute, Instant wanted) {
    Instant last = minute.plusSeconds(59);
    return wanted.isBefore(last) ? wanted : last;
  }

  private boolean settled(Outcome outcome) {
    return outcome.kind() == Outcome.Kind.DELIVERED || outcome.kind() == Outcome.Kind.UNDELIVERABLE;
  }

  private static boolean delivered(Outcome outcome, String id) {
    return outcome.notificationId().equals(id) && outcome.kind() == Outcome.Kind.DELIVERED;
  }

  private static List<Outcome> tell(Deliveries store, List<Outcome> told) {
    store.tellOutcomes(100, told::addAll);
    return told;
  }

  private static ContactBook book(TroubledReceivers receivers) {
    HubKeys keys = HubKeys.generate();
    ContactBook book = new ContactBook(keys, InstantSource.fixed(NOON));
    receivers
        .urls()
        .forEach(
            (person, url) ->
                book.put(
                    new Contact(
                        person,
                        Optional.empty(),
                        Optional.of(
                            keys.sealText(
                                HubKeys.DIRECTORY,
                                person,
                                "{\"url\":\"%s\",\"secret\":\"%s\"}".formatted(url, SECRET))),
                        Optional.empty(),
                        Optional.empty())));
    return book;
  }

  private static PGSimpleDataSource asNotifier(int port) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName("postgres");
    source.setUser("hub_notifier");
    return source;
  }

  private static void run(String sql) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
