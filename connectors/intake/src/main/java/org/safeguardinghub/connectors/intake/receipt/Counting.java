package org.safeguardinghub.connectors.intake.receipt;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * Counts what came in of a feed, in the transaction that records it: since ever, by day, and when
 * each type of event was last accepted. What is judged again, since its id or key was used before,
 * is counted when it is recorded as refused.
 */
final class Counting {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  /**
   * One trip, as every caller of the feed waits for it. Types and days come in one order, so that
   * two connectors of one feed never wait for each other.
   */
  private static final String COUNT =
      """
      with day (at, received, accepted, repeated, refused) as (
        select * from unnest(?::date[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])),
      feed (name) as (select ?::text),
      since as (
        insert into intake.feed_count as c (feed, accepted, refused, last_received_at)
        select feed.name, sum(accepted), sum(refused), ?::timestamptz from feed, day
        group by feed.name having sum(accepted + refused) > 0
        on conflict (feed) do update set accepted = c.accepted + excluded.accepted,
          refused = c.refused + excluded.refused,
          last_received_at = greatest(c.last_received_at, excluded.last_received_at)),
      heard as (
        insert into intake.feed_type as t (feed, type, last_accepted_at)
        select feed.name, heard.type, heard.at
        from feed, unnest(?::text[], ?::timestamptz[]) as heard (type, at)
        on conflict (feed, type) do update set
          last_accepted_at = greatest(t.last_accepted_at, excluded.last_accepted_at))
      insert into intake.feed_day as d (feed, day, received, accepted, repeated, refused)
      select feed.name, day.at, received, accepted, repeated, refused from feed, day
      on conflict (feed, day) do update set received = d.received + excluded.received,
        accepted = d.accepted + excluded.accepted, repeated = d.repeated + excluded.repeated,
        refused = d.refused + excluded.refused
      """;

  private final Connection connection;
  private final Map<LocalDate, Tally> days = new TreeMap<>();
  private final Map<String, Instant> heard = new TreeMap<>();
  private Instant last = Instant.EPOCH;

  Counting(Connection connection) {
    this.connection = connection;
  }

  private static final class Tally {
    private long accepted;
    private long repeated;
    private long refused;

    private long received() {
      return accepted + repeated + refused;
    }
  }

  /**
   * @param receipts of one feed
   * @param found what was found of each
   */
  void count(List<NewReceipt> receipts, List<Recorded> found) throws SQLException {
    for (int i = 0; i < receipts.size(); i++) {
      NewReceipt receipt = receipts.get(i);
      switch (found.get(i)) {
        case Recorded.First _ -> first(receipt);
        case Recorded.Again _ -> day(receipt).repeated++;
        case Recorded.IdReused _, Recorded.KeyReused _ -> {}
      }
    }
    if (!days.isEmpty()) {
      write(receipts.getFirst().feed());
    }
  }

  private Tally day(NewReceipt receipt) {
    return days.computeIfAbsent(
        LocalDate.ofInstant(receipt.receivedAt(), LONDON), _ -> new Tally());
  }

  private void first(NewReceipt receipt) {
    Instant at = receipt.receivedAt();
    last = later(last, at);
    if (receipt.refusal().isPresent()) {
      day(receipt).refused++;
    } else {
      day(receipt).accepted++;
      receipt.eventType().ifPresent(type -> heard.merge(type, at, Counting::later));
    }
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private void write(String feed) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
      statement.setArray(1, connection.createArrayOf("date", days.keySet().toArray()));
      setCounts(statement, 2, Tally::received);
      setCounts(statement, 3, tally -> tally.accepted);
      setCounts(statement, 4, tally -> tally.repeated);
      setCounts(statement, 5, tally -> tally.refused);
      statement.setString(6, feed);
      statement.setTimestamp(7, Timestamp.from(last));
      statement.setArray(8, connection.createArrayOf("text", heard.keySet().toArray()));
      statement.setArray(
          9,
          connection.createArrayOf(
              "timestamptz", heard.values().stream().map(Timestamp::from).toArray()));
      statement.executeUpdate();
    }
  }

  private void setCounts(PreparedStatement statement, int index, ToLongFunction<Tally> count)
      throws SQLException {
    statement.setArray(
        index,
        connection.createArrayOf(
            "bigint", days.values().stream().mapToLong(count).boxed().toArray()));
  }
}
