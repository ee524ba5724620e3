package org.safeguardinghub.connectors.intake.receipt;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.message.Refusal;
import org.safeguardinghub.kernel.message.Step;

/** Receipts in PostgreSQL. */
public final class JdbcReceipts implements ReceiptStore {
  private final Transactions transactions;

  public JdbcReceipts(DataSource source) {
    this.transactions = new Transactions(source);
  }

  @Override
  public List<Recorded> record(List<NewReceipt> receipts, Parcel parcel) {
    return receipts.isEmpty()
        ? List.of()
        : transactions.in(connection -> new Recording(connection).record(receipts, parcel));
  }

  @Override
  public Map<String, Latest> latest(String feed, List<String> recordIds) {
    return transactions.alone(
        connection -> {
          Array ids = connection.createArrayOf("text", recordIds.toArray());
          Map<String, Latest> latest = new HashMap<>();
          try (PreparedStatement statement =
              connection.prepareStatement(
                  """
                  select distinct on (record_id) record_id, revision, content_hash from intake.receipt
                  where feed = ? and record_id = any(?) and not refused order by record_id, revision desc
                  """)) {
            statement.setString(1, feed);
            statement.setArray(2, ids);
            try (ResultSet row = statement.executeQuery()) {
              while (row.next()) {
                latest.put(row.getString(1), new Latest(row.getInt(2), row.getString(3)));
              }
            }
          }
          return latest;
        });
  }

  @Override
  public void announced(List<String> parcels) {
    update("update intake.outbox set announced = true where parcel = any(?)", parcels);
  }

  @Override
  public void published(List<String> parcels) {
    update("delete from intake.outbox where parcel = any(?)", parcels);
  }

  @Override
  public List<Pending> claim(String connector, Duration olderThan, int limit) {
    return transactions.in(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement(
                  """
                  with claimed as (
                    update intake.outbox set attempted_at = clock_timestamp()
                    where number in (
                      select number from intake.outbox
                      where connector = ? and attempted_at <= clock_timestamp() - make_interval(secs => ?)
                      order by number limit ? for update skip locked)
                    returning number, parcel, receipts, announced, content)
                  select parcel, receipts, announced, content from claimed order by number
                  """)) {
            statement.setString(1, connector);
            statement.setDouble(2, olderThan.toMillis() / 1000.0);
            statement.setInt(3, limit);
            List<Pending> pending = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
              while (row.next()) {
                pending.add(
                    new Pending(
                        new Parcel(row.getString(1), Outbox.of(row.getBytes(4))),
                        Set.of((String[]) row.getArray(2).getArray()),
                        row.getBoolean(3)));
              }
            }
            return pending;
          }
        });
  }

  @Override
  public Optional<Stored> find(String feed, String receiptId) {
    return transactions.in(
        connection -> {
          List<SubjectFate> fates = fates(connection, feed, receiptId);
          try (PreparedStatement statement =
              connection.prepareStatement(
                  """
                  select r.event_id, r.received_at, r.step, r.reason_code, r.explanation, r.pointer, r.subject_count,
                    r.handling, r.origin, q.became
                  from intake.receipt r left join quarantine.record q on q.receipt_id = r.receipt_id
                  where r.receipt_id = ? and r.feed = ?
                  """)) {
            statement.setString(1, receiptId);
            statement.setString(2, feed);
            try (ResultSet row = statement.executeQuery()) {
              return row.next() ? Optional.of(stored(receiptId, row, fates)) : Optional.empty();
            }
          }
        });
  }

  @Override
  public void probe() {
    transactions.in(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement("select 1 from intake.receipt limit 1")) {
            return statement.execute();
          }
        });
  }

  @Override
  public Map<String, Count> counts() {
    return transactions.in(
        connection -> {
          Map<String, Map<String, Instant>> types = types(connection);
          Map<String, Count> counts = new HashMap<>();
          try (PreparedStatement statement =
                  connection.prepareStatement(
                      "select feed, accepted, refused, last_received_at from intake.feed_count");
              ResultSet row = statement.executeQuery()) {
            while (row.next()) {
              counts.put(
                  row.getString(1),
                  new Count(
                      row.getLong(2),
                      row.getLong(3),
                      row.getTimestamp(4).toInstant(),
                      types.getOrDefault(row.getString(1), Map.of())));
            }
          }
          return counts;
        });
  }

  private static Map<String, Map<String, Instant>> types(Connection connection)
      throws SQLException {
    Map<String, Map<String, Instant>> types = new HashMap<>();
    try (PreparedStatement statement =
            connection.prepareStatement(
                "select feed, type, last_accepted_at from intake.feed_type");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        types
            .computeIfAbsent(row.getString(1), feed -> new HashMap<>())
            .put(row.getString(2), row.getTimestamp(3).toInstant());
      }
    }
    return types;
  }

  private void update(String sql, List<String> parcels) {
    if (parcels.isEmpty()) {
      return;
    }
    transactions.alone(
        connection -> {
          Array ids = connection.createArrayOf("text", parcels.toArray());
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, ids);
            return statement.executeUpdate();
          }
        });
  }

  private static Stored stored(String receiptId, ResultSet row, List<SubjectFate> fates)
      throws SQLException {
    Optional<String> step = Optional.ofNullable(row.getString("step"));
    @Nullable String handling = row.getString("handling");
    Instant receivedAt = row.getTimestamp("received_at").toInstant();
    String reason = row.getString("reason_code");
    String explanation = row.getString("explanation");
    Optional<String> pointer = Optional.ofNullable(row.getString("pointer"));
    return new Stored(
        receiptId,
        Optional.ofNullable(row.getString("event_id")),
        receivedAt,
        step.map(name -> new Refusal(Step.valueOf(name), reason, explanation, pointer)),
        row.getInt("subject_count"),
        Optional.ofNullable(handling).map(HandlingClass::valueOf),
        fates,
        Optional.ofNullable(row.getString("origin")),
        Optional.ofNullable(row.getString("became")));
  }

  private static List<SubjectFate> fates(Connection connection, String feed, String receiptId)
      throws SQLException {
    List<SubjectFate> fates = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select subject_index, fate, led_to_alert, changed_at, answer, answered_at
            from intake.disposition where receipt_id = ? and feed = ? order by subject_index
            """)) {
      statement.setString(1, receiptId);
      statement.setString(2, feed);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          Timestamp changed = row.getTimestamp(4);
          fates.add(
              new SubjectFate(
                  receiptId,
                  row.getInt(1),
                  feed,
                  SubjectFate.Fate.valueOf(row.getString(2)),
                  row.getBoolean(3),
                  changed.toInstant(),
                  AnswerKeeping.answered(row)));
        }
      }
    }
    return fates;
  }
}
