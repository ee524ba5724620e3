package org.safeguardinghub.connectors.intake.receipt;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts what came in by feed and day, in the transaction that records it. What is judged again,
 * since its id or key was used before, is counted when it is recorded as refused.
 */
final class DayCounting {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final Connection connection;

  DayCounting(Connection connection) {
    this.connection = connection;
  }

  void count(List<NewReceipt> receipts, List<Recorded> found) throws SQLException {
    Map<LocalDate, Tally> days = new TreeMap<>();
    for (int i = 0; i < receipts.size(); i++) {
      NewReceipt receipt = receipts.get(i);
      Tally tally =
          days.computeIfAbsent(
              LocalDate.ofInstant(receipt.receivedAt(), LONDON), day -> new Tally());
      switch (found.get(i)) {
        case Recorded.First _ -> {
          tally.received++;
          if (receipt.refusal().isPresent()) {
            tally.refused++;
          } else {
            tally.accepted++;
          }
        }
        case Recorded.Again _ -> {
          tally.received++;
          tally.repeated++;
        }
        case Recorded.IdReused _, Recorded.KeyReused _ -> {}
      }
    }
    for (Map.Entry<LocalDate, Tally> day : days.entrySet()) {
      if (day.getValue().received > 0) {
        add(receipts.getFirst().feed(), day.getKey(), day.getValue());
      }
    }
  }

  private static final class Tally {
    private long received;
    private long accepted;
    private long repeated;
    private long refused;
  }

  private void add(String feed, LocalDate day, Tally tally) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into intake.feed_day as d (feed, day, received, accepted, repeated, refused) values (?, ?, ?, ?, ?, ?)
            on conflict (feed, day) do update set received = d.received + excluded.received,
              accepted = d.accepted + excluded.accepted, repeated = d.repeated + excluded.repeated,
              refused = d.refused + excluded.refused
            """)) {
      statement.setString(1, feed);
      statement.setObject(2, day);
      statement.setLong(3, tally.received);
      statement.setLong(4, tally.accepted);
      statement.setLong(5, tally.repeated);
      statement.setLong(6, tally.refused);
      statement.executeUpdate();
    }
  }
}
