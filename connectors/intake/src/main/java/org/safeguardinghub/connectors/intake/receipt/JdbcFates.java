package org.safeguardinghub.connectors.intake.receipt;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** Fates in PostgreSQL. */
public final class JdbcFates implements FateStore {
  private final Transactions transactions;
  private final Set<String> told;

  /**
   * @param told feeds that want to be told when the answer of a receipt changes
   */
  public JdbcFates(DataSource source, Set<String> told) {
    this.transactions = new Transactions(source);
    this.told = Set.copyOf(told);
  }

  @Override
  public Map<Integer, Long> positions() {
    return transactions.in(
        connection -> {
          Map<Integer, Long> positions = new HashMap<>();
          try (PreparedStatement statement =
                  connection.prepareStatement(
                      "select partition, next_offset from intake.disposition_position");
              ResultSet row = statement.executeQuery()) {
            while (row.next()) {
              positions.put(row.getInt(1), row.getLong(2));
            }
          }
          return positions;
        });
  }

  @Override
  public void keep(List<SubjectFate> fates, Map<Integer, Long> nextOffsets) {
    transactions.in(
        connection -> {
          keepFates(connection, fates);
          new AnswerKeeping(connection, told).keep(fates);
          keepPositions(connection, nextOffsets);
          return fates.size();
        });
  }

  private static void keepFates(Connection connection, List<SubjectFate> fates)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into intake.disposition as d (receipt_id, subject_index, feed, fate, rank, led_to_alert, changed_at)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (receipt_id, subject_index) do update set
              fate = case when excluded.rank >= d.rank then excluded.fate else d.fate end,
              rank = greatest(d.rank, excluded.rank),
              led_to_alert = d.led_to_alert or excluded.led_to_alert,
              changed_at = greatest(d.changed_at, excluded.changed_at)
            """)) {
      for (SubjectFate fate : fates) {
        statement.setString(1, fate.receiptId());
        statement.setInt(2, fate.subjectIndex());
        statement.setString(3, fate.feed());
        statement.setString(4, fate.fate().name());
        statement.setInt(5, fate.fate().rank());
        statement.setBoolean(6, fate.ledToAlert());
        statement.setTimestamp(7, Timestamp.from(fate.at()));
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static void keepPositions(Connection connection, Map<Integer, Long> nextOffsets)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into intake.disposition_position (partition, next_offset) values (?, ?)
            on conflict (partition) do update set next_offset = excluded.next_offset
            """)) {
      for (Map.Entry<Integer, Long> position : nextOffsets.entrySet()) {
        statement.setInt(1, position.getKey());
        statement.setLong(2, position.getValue());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }
}
