package org.safeguardinghub.notifier.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.safeguardinghub.notifier.delivery.Attempt;
import org.safeguardinghub.notifier.delivery.Channel;
import org.safeguardinghub.notifier.delivery.Deliveries;
import org.safeguardinghub.notifier.delivery.DeliveryState;
import org.safeguardinghub.notifier.delivery.Notification;
import org.safeguardinghub.notifier.delivery.Outcome;
import org.safeguardinghub.notifier.delivery.Step;
import org.safeguardinghub.notifier.delivery.Template;

/** Deliveries in the schema {@code notifier}. Safe with several processes at once. */
public final class PostgresDeliveries implements Deliveries {
  private final DataSource database;

  public PostgresDeliveries(DataSource database) {
    this.database = database;
  }

  @Override
  public void accept(Collection<Notification> notifications, Instant realTime) {
    if (notifications.isEmpty()) {
      return;
    }
    inTransaction(
        connection -> {
          try (PreparedStatement insert = connection.prepareStatement(Sql.ACCEPT)) {
            for (Notification notification : notifications) {
              bind(insert, notification, realTime);
              insert.setArray(11, channels(connection, notification.others()));
              insert.addBatch();
            }
            return insert.executeBatch();
          }
        });
  }

  @Override
  public void quarantine(Unreadable unreadable, Instant realTime) {
    inTransaction(
        connection -> {
          try (PreparedStatement insert = connection.prepareStatement(Sql.QUARANTINE)) {
            insert.setString(1, unreadable.topic());
            insert.setInt(2, unreadable.partition());
            insert.setLong(3, unreadable.offset());
            insert.setObject(4, time(realTime));
            return insert.executeUpdate();
          }
        });
  }

  @Override
  public List<Attempt> claim(Claim claim, Instant realTime) {
    return inTransaction(
        connection -> {
          List<Attempt> attempts = new ArrayList<>();
          for (Map.Entry<Channel, Integer> room : claim.free().entrySet()) {
            if (room.getValue() > 0) {
              attempts.addAll(claim(connection, claim, room.getKey(), room.getValue(), realTime));
            }
          }
          return attempts;
        });
  }

  private static List<Attempt> claim(
      Connection connection, Claim claim, Channel channel, int most, Instant realTime)
      throws SQLException {
    String prefix = channel + "/";
    List<String> people = new ArrayList<>();
    List<Integer> underWay = new ArrayList<>();
    claim
        .busy()
        .forEach(
            (receiver, number) -> {
              if (receiver.startsWith(prefix)) {
                people.add(receiver.substring(prefix.length()));
                underWay.add(number);
              }
            });
    try (PreparedStatement select = connection.prepareStatement(Sql.CLAIM)) {
      select.setArray(1, texts(connection, people));
      select.setArray(2, connection.createArrayOf("int4", underWay.toArray()));
      select.setString(3, channel.name());
      select.setObject(4, time(realTime));
      select.setArray(5, texts(connection, claim.inHand()));
      select.setInt(6, claim.perReceiver());
      select.setInt(7, most);
      select.setObject(8, time(realTime));
      select.setObject(9, time(realTime.plus(claim.lease())));
      return read(select, PostgresDeliveries::attempt);
    }
  }

  @Override
  public boolean record(Attempt attempt, Step step) {
    return inTransaction(
        connection -> {
          if (!move(connection, attempt, step)) {
            return false;
          }
          try (PreparedStatement insert = connection.prepareStatement(Sql.OUTCOME)) {
            Outcome outcome = step.outcome();
            insert.setString(1, outcome.notificationId());
            insert.setInt(2, outcome.attempt());
            insert.setString(3, outcome.kind().name());
            insert.setString(4, outcome.providerCode());
            insert.setObject(5, time(outcome.at()));
            insert.setString(6, outcome.channel().name());
            insert.executeUpdate();
            return true;
          }
        });
  }

  private static boolean move(Connection connection, Attempt attempt, Step step)
      throws SQLException {
    return switch (step.next()) {
      case DeliveryState.Waiting(Instant next) ->
          move(connection, Sql.STEP, "WAITING", Optional.of(next), attempt, step);
      case DeliveryState.NextChannel(Channel channel, Instant next) ->
          move(connection, Sql.NEXT_CHANNEL, channel.name(), Optional.of(next), attempt, step);
      case DeliveryState.Delivered _ ->
          move(connection, Sql.STEP, "DELIVERED", Optional.empty(), attempt, step);
      case DeliveryState.Undeliverable _ ->
          move(connection, Sql.STEP, "UNDELIVERABLE", Optional.empty(), attempt, step);
    };
  }

  private static boolean move(
      Connection connection,
      String sql,
      String to,
      Optional<Instant> next,
      Attempt attempt,
      Step step)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setString(1, to);
      update.setObject(
          2, next.map(PostgresDeliveries::time).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE);
      update.setString(3, step.outcome().providerCode());
      update.setString(4, attempt.notification().id());
      update.setInt(5, attempt.number());
      return update.executeUpdate() == 1;
    }
  }

  @Override
  public int tellOutcomes(int most, Consumer<List<Outcome>> tell) {
    return inTransaction(
        connection -> {
          if (!mayTell(connection)) {
            return 0;
          }
          List<Untold> untold;
          try (PreparedStatement select = connection.prepareStatement(Sql.UNTOLD)) {
            select.setInt(1, most);
            untold = read(select, PostgresDeliveries::untold);
          }
          if (untold.isEmpty()) {
            return 0;
          }
          tell.accept(untold.stream().map(Untold::outcome).toList());
          try (PreparedStatement update = connection.prepareStatement(Sql.TOLD)) {
            update.setArray(
                1, connection.createArrayOf("int8", untold.stream().map(Untold::id).toArray()));
            update.executeUpdate();
          }
          return untold.size();
        });
  }

  private static boolean mayTell(Connection connection) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement(Sql.TELLER)) {
      return read(lock, row -> row.getBoolean(1)).getFirst();
    }
  }

  private static void bind(PreparedStatement insert, Notification notification, Instant realTime)
      throws SQLException {
    insert.setString(1, notification.id());
    insert.setString(2, notification.alertId());
    insert.setString(3, notification.personId());
    insert.setString(4, notification.channel().name());
    insert.setString(5, notification.template().name());
    insert.setString(6, notification.reference());
    insert.setObject(7, notification.dueAt().map(PostgresDeliveries::time).orElse(null));
    insert.setObject(8, time(notification.createdAt()));
    insert.setObject(9, time(realTime));
    insert.setObject(10, time(realTime));
  }

  private static Attempt attempt(ResultSet row) throws SQLException {
    Notification notification =
        new Notification(
            row.getString(1),
            row.getString(2),
            row.getString(3),
            Channel.valueOf(row.getString(4)),
            channels(row.getArray(11)),
            Template.valueOf(row.getString(5)),
            row.getString(6),
            Optional.ofNullable(row.getObject(7, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant),
            row.getObject(8, OffsetDateTime.class).toInstant());
    return new Attempt(notification, row.getInt(9), row.getInt(10));
  }

  private static Untold untold(ResultSet row) throws SQLException {
    return new Untold(
        row.getLong(1),
        new Outcome(
            row.getString(2),
            row.getString(3),
            row.getString(4),
            Channel.valueOf(row.getString(5)),
            Outcome.Kind.valueOf(row.getString(6)),
            row.getInt(7),
            row.getString(8),
            row.getObject(9, OffsetDateTime.class).toInstant()));
  }

  private static Array channels(Connection connection, List<Channel> channels) throws SQLException {
    return texts(connection, channels.stream().map(Channel::name).toList());
  }

  private static List<Channel> channels(Array names) throws SQLException {
    return Arrays.stream((String[]) names.getArray()).map(Channel::valueOf).toList();
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Array texts(Connection connection, Collection<String> texts) throws SQLException {
    return connection.createArrayOf("text", texts.toArray());
  }

  private static <T> List<T> read(PreparedStatement select, Row<T> row) throws SQLException {
    try (ResultSet rows = select.executeQuery()) {
      List<T> all = new ArrayList<>();
      while (rows.next()) {
        all.add(row.read(rows));
      }
      return all;
    }
  }

  private <T> T inTransaction(Work<T> work) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      boolean done = false;
      try {
        T result = work.in(connection);
        connection.commit();
        done = true;
        return result;
      } finally {
        if (!done) {
          connection.rollback();
        }
      }
    } catch (SQLException e) {
      throw new StoreUnavailable(e);
    }
  }

  private record Untold(long id, Outcome outcome) {}

  /** One row of an answer. */
  private interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** What is done in one transaction. */
  private interface Work<T> {
    T in(Connection connection) throws SQLException;
  }
}
