package org.safeguardinghub.connectors.intake.feedback;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.safeguardinghub.connectors.intake.receipt.Transactions;

/**
 * What is to be told, in PostgreSQL. Rows are made where answers are kept. Times are the database's
 * own: telling is real work, and several processes go by one clock.
 */
public final class JdbcFeedback implements FeedbackStore {
  private final Transactions transactions;

  public JdbcFeedback(DataSource source) {
    this.transactions = new Transactions(source);
  }

  @Override
  public Set<String> due() {
    return transactions.in(
        connection -> {
          Set<String> feeds = new HashSet<>();
          try (PreparedStatement statement =
                  connection.prepareStatement(
                      "select distinct feed from intake.feedback where due_at <= clock_timestamp()");
              ResultSet row = statement.executeQuery()) {
            while (row.next()) {
              feeds.add(row.getString(1));
            }
          }
          return feeds;
        });
  }

  @Override
  public Optional<Due> claim(String feed, Duration lease) {
    return transactions.in(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement(
                  """
                  update intake.feedback set attempts = attempts + 1,
                    due_at = clock_timestamp() + make_interval(secs => ?)
                  where number = (
                    select number from intake.feedback where feed = ? and due_at <= clock_timestamp()
                    order by due_at, number limit 1 for update skip locked)
                  returning number, feed, receipt_id, wire_id, made_at, attempts,
                    floor(extract(epoch from clock_timestamp() - made_at) * 1000)::bigint
                  """)) {
            statement.setDouble(1, seconds(lease));
            statement.setString(2, feed);
            try (ResultSet row = statement.executeQuery()) {
              return row.next() ? Optional.of(due(row)) : Optional.empty();
            }
          }
        });
  }

  private static Due due(ResultSet row) throws SQLException {
    return new Due(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getTimestamp(5).toInstant(),
        row.getInt(6),
        Duration.ofMillis(row.getLong(7)));
  }

  @Override
  public void done(Due due) {
    transactions.in(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement("delete from intake.feedback where number = ?")) {
            statement.setLong(1, due.number());
            return statement.executeUpdate();
          }
        });
  }

  /** Only whoever tried it last: who was so slow that another has it by now changes nothing. */
  @Override
  public void again(Due due, Duration after) {
    transactions.in(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement(
                  """
                  update intake.feedback set due_at = clock_timestamp() + make_interval(secs => ?)
                  where number = ? and attempts = ?
                  """)) {
            statement.setDouble(1, seconds(after));
            statement.setLong(2, due.number());
            statement.setInt(3, due.attempts());
            return statement.executeUpdate();
          }
        });
  }

  @Override
  public int keepOnly(Set<String> feeds) {
    return transactions.in(
        connection -> {
          Array kept = connection.createArrayOf("text", feeds.toArray());
          try (PreparedStatement statement =
              connection.prepareStatement("delete from intake.feedback where not feed = any(?)")) {
            statement.setArray(1, kept);
            return statement.executeUpdate();
          }
        });
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
