package org.safeguardinghub.connectors.intake.receipt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.kernel.event.HandlingClass;

/**
 * Keeps answers within a transaction and notes in the same one whom is to be told that a receipt's
 * answer has changed.
 */
final class AnswerKeeping {
  private final Connection connection;
  private final Set<String> told;

  AnswerKeeping(Connection connection, Set<String> told) {
    this.connection = connection;
    this.told = told;
  }

  /** The fates' own rows are there already. */
  void keep(List<SubjectFate> fates) throws SQLException {
    for (SubjectFate fate : fates) {
      Optional<Answered> said = fate.answer();
      if (said.isPresent()) {
        keep(fate, said.get());
      }
    }
  }

  private void keep(SubjectFate fate, Answered said) throws SQLException {
    Map<Integer, Optional<Answered>> kept = locked(fate.receiptId());
    Optional<Answered> before = newest(kept);
    Optional<Answered> own = kept.getOrDefault(fate.subjectIndex(), Optional.empty());
    Optional<Answered> next = Answered.newest(own, Optional.of(said));
    if (next.equals(own)) {
      return;
    }
    write(fate, said);
    kept.put(fate.subjectIndex(), next);
    Optional<Answered> after = newest(kept);
    if (!after.map(Answered::answer).equals(before.map(Answered::answer)) && wanted(fate)) {
      note(fate, said);
    }
  }

  private static Optional<Answered> newest(Map<Integer, Optional<Answered>> kept) {
    return kept.values().stream().reduce(Optional.empty(), Answered::newest);
  }

  /** The answer of each subject of a message; nobody else changes one until this is committed. */
  private Map<Integer, Optional<Answered>> locked(String receiptId) throws SQLException {
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

  private void write(SubjectFate fate, Answered said) throws SQLException {
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

  /** Whether the sender wants to be told, and may be. */
  private boolean wanted(SubjectFate fate) throws SQLException {
    if (!told.contains(fate.feed())) {
      return false;
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select handling from intake.receipt where receipt_id = ? and feed = ?")) {
      statement.setString(1, fate.receiptId());
      statement.setString(2, fate.feed());
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            && ReceiptView.tells(Optional.ofNullable(row.getString(1)).map(HandlingClass::valueOf));
      }
    }
  }

  private void note(SubjectFate fate, Answered said) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into intake.feedback (feed, receipt_id, wire_id) values (?, ?, ?)
            on conflict (wire_id) do nothing
            """)) {
      statement.setString(1, fate.feed());
      statement.setString(2, fate.receiptId());
      statement.setString(3, wireId(fate, said));
      statement.executeUpdate();
    }
  }

  /**
   * Follows from what is told, so that a rebuild gives the same one and receivers know the repeat.
   */
  private static String wireId(SubjectFate fate, Answered said) {
    String told =
        fate.receiptId()
            + '.'
            + fate.subjectIndex()
            + '.'
            + said.at().toEpochMilli()
            + '.'
            + said.answer();
    return "feedback-" + UUID.nameUUIDFromBytes(told.getBytes(UTF_8));
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
}
