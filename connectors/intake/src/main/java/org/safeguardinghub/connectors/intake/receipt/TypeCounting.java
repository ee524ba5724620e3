package org.safeguardinghub.connectors.intake.receipt;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Notes when each type of event was last accepted, in the transaction that records. */
final class TypeCounting {
  private final Connection connection;

  TypeCounting(Connection connection) {
    this.connection = connection;
  }

  void heard(List<NewReceipt> inserted) throws SQLException {
    // In one order, so that two connectors of one feed never wait for each other.
    Map<String, Instant> last = new TreeMap<>();
    for (NewReceipt receipt : inserted) {
      if (receipt.refusal().isEmpty()) {
        receipt
            .eventType()
            .ifPresent(
                type -> last.merge(type, receipt.receivedAt(), (a, b) -> a.isAfter(b) ? a : b));
      }
    }
    if (last.isEmpty()) {
      return;
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into intake.feed_type as t (feed, type, last_accepted_at)
            select ?, heard.type, heard.at from unnest(?::text[], ?::timestamptz[]) as heard (type, at)
            on conflict (feed, type) do update set
              last_accepted_at = greatest(t.last_accepted_at, excluded.last_accepted_at)
            """)) {
      statement.setString(1, inserted.getFirst().feed());
      statement.setArray(2, connection.createArrayOf("text", last.keySet().toArray()));
      statement.setArray(
          3,
          connection.createArrayOf(
              "timestamptz", last.values().stream().map(Timestamp::from).toArray()));
      statement.executeUpdate();
    }
  }
}
