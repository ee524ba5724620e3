package org.safeguardinghub.connectors.intake.receipt;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Fates in PostgreSQL. */
public final class JdbcFates implements FateStore {
  private final Transactions transactions;

  public JdbcFates(DataSource source) {
    this.transactions = new Transactions(source);
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
          keepAnswers(connection, fates);
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

  private static void keepAnswers(Connection connection, List<SubjectFate> fates)
      throws SQLException {
    for (SubjectFate fate : fates) {
      Optional<Answered> said = fate.answer();
      if (said.isPresent()) {
        keepAnswer(connection, fate, said.get());
      }
    }
  }

  private static void keepAnswer(Connection connection, SubjectFate fate, Answered said)
      throws SQLException {
    Map<Integer, Optional<Answered>> kept = locked(connection, fate.receiptId());
    Optional<Answered> of = kept.getOrDefault(fate.subjectIndex(), Optional.empty());
    Optional<Answered> newest = Answered.newest(of, Optional.of(said));
    if (!newest.equals(of)) {
      write(connection, fate, said);
    }
  }

  /** The answer of each subject of a message; nobody else changes one until this is committed. */
  private static Map<Integer, Optional<Answered>> locked(Connection connection, String receiptId)
      throws SQLException {
    Map<Integer, Optional<Answered>> answers = new TreeMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select subject_index, answer, answered_at from intake.disposition
            where receipt_id = ? order by subject_index for update
            """)) {
      statement.setString(1, receiptId);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          answers.put(row.getInt("subject_index"), answered(row));
        }
      }
    }
    return answers;
  }

  private static void write(Connection connection, SubjectFate fate, Answered said)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            update intake.disposition set answer = ?, answered_at = ?
            where receipt_id = ? and subject_index = ?
            """)) {
      statement.setString(1, said.answer().name());
      statement.setTimestamp(2, Timestamp.from(said.at()));
      statement.setString(3, fate.receiptId());
      statement.setInt(4, fate.subjectIndex());
      statement.executeUpdate();
    }
  }

  /** The answer of a row of {@code intake.disposition}. */
  static Optional<Answered> answered(ResultSet row) throws SQLException {
    @Nullable String answer = row.getString("answer");
    return answer == null
        ? Optional.empty()
        : Optional.of(
            new Answered(
                Answered.Answer.valueOf(answer), row.getTimestamp("answered_at").toInstant()));
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
