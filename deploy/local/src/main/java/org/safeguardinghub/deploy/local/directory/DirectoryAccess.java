package org.safeguardinghub.deploy.local.directory;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.safeguardinghub.console.people.DirectoryFile;
import org.safeguardinghub.console.people.LeadDirectory;
import org.safeguardinghub.deploy.local.folder.ExitCode;
import org.safeguardinghub.deploy.local.folder.StartRefused;
import org.safeguardinghub.deploy.local.provision.DatabaseProvisioning;

/** What the directory's database role may do: read versions, count alerts, add a version. */
public final class DirectoryAccess {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final String url;
  private final String password;
  private final Supplier<Instant> clock;

  public DirectoryAccess(String url, String password, Supplier<Instant> clock) {
    this.url = url;
    this.password = password;
    this.clock = clock;
  }

  /** A version that holds, or that the console is about to take over. */
  public record Newest(
      long number, LeadDirectory directory, String content, String actor, String reason) {}

  /** The hub's time. */
  public Instant now() {
    return clock.get();
  }

  /** The newest sound version. */
  public Newest newest() {
    return with(
        "select version, content, actor, reason from console.directory_version order by version desc",
        statement -> {
          try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
              if (DirectoryFile.read(rows.getString(2))
                  instanceof DirectoryFile.Reading.Sound(LeadDirectory directory)) {
                return new Newest(
                    rows.getLong(1),
                    directory,
                    rows.getString(2),
                    rows.getString(3),
                    rows.getString(4));
              }
            }
          }
          throw new StartRefused(
              ExitCode.FAILED, "the console has no directory yet: try again in some seconds");
        });
  }

  /** How many open alerts are with these persons. */
  public long openAlertsOf(Collection<String> persons) {
    return with(
        "select coalesce(sum(alerts), 0) from console.open_alerts_by_owner where owner_person = any(?)",
        statement -> {
          statement.setArray(1, statement.getConnection().createArrayOf("text", persons.toArray()));
          return number(statement);
        });
  }

  /** Adds the version after the expected one; false if there is one already. */
  public boolean add(long expected, String content, String actor, String reason) {
    return with(
        "insert into console.directory_version (version, content, actor, reason) values (?, ?, ?, ?)"
            + " on conflict do nothing",
        statement -> {
          statement.setLong(1, expected + 1);
          statement.setString(2, content);
          statement.setString(3, actor);
          statement.setString(4, reason);
          return statement.executeUpdate() == 1;
        });
  }

  /** Waits until the console has taken a version over; false if it does not. */
  public boolean awaitTaken(long version) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    boolean taken = taken(version);
    while (!taken && System.nanoTime() < until) {
      LockSupport.parkNanos(PAUSE.toNanos());
      taken = taken(version);
    }
    return taken;
  }

  private boolean taken(long version) {
    return with(
            "select count(*) from console.directory_version where version = ? and taken_at is not null",
            statement -> {
              statement.setLong(1, version);
              return number(statement);
            })
        == 1;
  }

  private static long number(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  private interface Work<T> {
    T on(PreparedStatement statement) throws SQLException;
  }

  private <T> T with(String sql, Work<T> work) {
    try (Connection connection =
            DriverManager.getConnection(url, DatabaseProvisioning.DIRECTORY, password);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      return work.on(statement);
    } catch (SQLException e) {
      throw new StartRefused(
          ExitCode.FAILED, "the hub's database refused, SQL state " + e.getSQLState());
    }
  }
}
