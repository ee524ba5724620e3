package org.safeguardinghub.connectors.intake.receipt;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.kernel.message.Refusal;
import org.safeguardinghub.kernel.quarantine.QuarantineSeal;
import org.safeguardinghub.kernel.sealing.Sealed;

/** Puts what is refused before the desk, in the transaction that records it. */
final class Quarantining {
  private final Connection connection;

  Quarantining(Connection connection) {
    this.connection = connection;
  }

  void keep(List<NewReceipt> recorded) throws SQLException {
    List<NewReceipt> refused =
        recorded.stream().filter(receipt -> receipt.refusal().isPresent()).toList();
    if (refused.isEmpty()) {
      return;
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into quarantine.record (receipt_id, feed, agency, connector, step, reason_code, explanation, pointer,
              handling, received_at, stable_record, content, idempotency_key, origin)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing
            """)) {
      for (NewReceipt receipt : refused) {
        fill(statement, receipt, receipt.refusal().orElseThrow(), receipt.kept().orElseThrow());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static void fill(
      PreparedStatement statement, NewReceipt receipt, Refusal refusal, NewReceipt.Kept kept)
      throws SQLException {
    statement.setString(1, receipt.receiptId());
    statement.setString(2, receipt.feed());
    statement.setString(3, kept.agency());
    statement.setString(4, receipt.connector());
    statement.setString(5, refusal.step().name());
    statement.setString(6, refusal.reasonCode());
    statement.setString(7, refusal.explanation());
    statement.setString(8, refusal.pointer().orElse(null));
    statement.setString(9, kept.handling().map(Enum::name).orElse(null));
    statement.setTimestamp(10, Timestamp.from(receipt.receivedAt()));
    statement.setBoolean(11, kept.stableRecord());
    statement.setBytes(12, bytes(kept.content()));
    statement.setBytes(13, bytes(kept.key()));
    statement.setString(14, receipt.origin().orElse(null));
  }

  private static byte @Nullable [] bytes(Optional<Sealed> sealed) {
    return sealed.map(QuarantineSeal::bytes).orElse(null);
  }
}
