package org.safeguardinghub.notifier.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.safeguardinghub.notifier.delivery.Fixtures.NOON;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.safeguardinghub.notifier.delivery.Deliveries;
import org.safeguardinghub.notifier.delivery.DeliveriesContract;
import org.safeguardinghub.notifier.delivery.Fixtures;

/** The real store on a real database, signed in as the notifier's own role. */
final class PostgresDeliveriesIT implements DeliveriesContract {
  private static final List<String> MIGRATIONS =
      List.of("/db/notifier/V1__deliveries.sql", "/db/notifier/V2__channels.sql");

  @SuppressWarnings("NullAway.Init") // JUnit calls start() first.
  private static EmbeddedPostgres postgres;

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
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @Override
  public Deliveries store() {
    try {
      run("truncate notifier.outcome, notifier.delivery, notifier.unreadable");
    } catch (SQLException e) {
      throw new IllegalStateException("cannot empty the store", e);
    }
    return new PostgresDeliveries(asNotifier(postgres.getPort()));
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
