package org.safeguardinghub.connectors.intake.resubmit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.connectors.intake.receipt.Transactions;
import org.safeguardinghub.kernel.quarantine.Fix;
import org.safeguardinghub.kernel.quarantine.QuarantineSeal;

/** The desk in PostgreSQL. */
public final class JdbcOrders implements Orders {
  private static final String DONE =
      "update quarantine.fix set outcome = ?, result_receipt = ?, done_at = now(), content = null"
          + " where fix_id = ? and outcome is null";

  private final Transactions transactions;

  public JdbcOrders(DataSource source) {
    this.transactions = new Transactions(source);
  }

  @Override
  public Optional<Order> next() {
    return transactions.in(
        connection -> {
          try (PreparedStatement statement =
                  connection.prepareStatement(
                      """
                      select f.fix_id, f.receipt_id, r.feed, r.stable_record, f.content, r.idempotency_key
                      from quarantine.fix f join quarantine.record r on r.receipt_id = f.receipt_id
                      where f.outcome is null order by f.asked_at, f.fix_id limit 1
                      """);
              ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(order(row)) : Optional.empty();
          }
        });
  }

  private static Order order(ResultSet row) throws SQLException {
    String receiptId = row.getString(2);
    byte @Nullable [] key = row.getBytes(6);
    return new Order(
        row.getString(1),
        receiptId,
        row.getString(3),
        row.getBoolean(4),
        QuarantineSeal.stored(row.getString(1), row.getBytes(5)),
        Optional.ofNullable(key).map(bytes -> QuarantineSeal.stored(receiptId + "/key", bytes)));
  }

  @Override
  public void accepted(Order order, String receiptId) {
    transactions.in(
        connection -> {
          boolean ours = isResubmission(connection, receiptId, order.receiptId());
          Fix.Outcome outcome = ours ? Fix.Outcome.ACCEPTED : Fix.Outcome.REPEATED;
          update(connection, DONE, outcome.name(), receiptId, order.fixId());
          return became(connection, order.receiptId(), receiptId);
        });
  }

  @Override
  public void refused(Order order, Fix.Outcome outcome, Optional<String> receiptId) {
    transactions.in(
        connection -> {
          int done =
              update(connection, DONE, outcome.name(), receiptId.orElse(null), order.fixId());
          return receiptId.isPresent()
              ? became(connection, order.receiptId(), receiptId.get())
              : done;
        });
  }

  @Override
  public int expire(Instant receivedBefore) {
    return transactions.in(
        connection ->
            update(
                connection,
                "update quarantine.record set content = null, idempotency_key = null"
                    + " where received_at < ? and content is not null",
                Timestamp.from(receivedBefore)));
  }

  private static boolean isResubmission(Connection connection, String receiptId, String origin)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select 1 from intake.receipt where receipt_id = ? and origin = ?")) {
      statement.setString(1, receiptId);
      statement.setString(2, origin);
      try (ResultSet row = statement.executeQuery()) {
        return row.next();
      }
    }
  }

  /** What was sent in again is not needed a second time: the content goes. */
  private static int became(Connection connection, String receiptId, String became)
      throws SQLException {
    return update(
        connection,
        "update quarantine.record set became = ?, content = null, idempotency_key = null"
            + " where receipt_id = ? and became is null",
        became,
        receiptId);
  }

  private static int update(Connection connection, String sql, @Nullable Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement.executeUpdate();
    }
  }
}
