package org.safeguardinghub.console.store;

import java.sql.SQLException;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.console.alert.ActionStore;
import org.safeguardinghub.console.alert.Decision;
import org.safeguardinghub.console.alert.SentAction;
import org.safeguardinghub.console.codec.SentCodec;
import org.safeguardinghub.console.outbox.Outbox;
import org.safeguardinghub.kernel.topics.Topics;
import org.safeguardinghub.schemas.AlertActionRecord;

/** Actions in PostgreSQL, each with the record that the outbox publishes. */
public final class PostgresActionStore implements ActionStore {
  private final Transactions transactions;
  private final Outbox outbox;
  private final Serializer<AlertActionRecord> serializer;

  public PostgresActionStore(
      Transactions transactions, Outbox outbox, Serializer<AlertActionRecord> serializer) {
    this.transactions = transactions;
    this.outbox = outbox;
    this.serializer = serializer;
  }

  @Override
  public boolean record(SentAction action) {
    byte[] value = serializer.serialize(Topics.ALERT_ACTIONS.name(), SentCodec.action(action));
    boolean added = transactions.call(sql -> add(sql, action, value));
    outbox.wake();
    return added;
  }

  private boolean add(Statements sql, SentAction action, byte[] value) throws SQLException {
    int rows =
        sql.update(
            "insert into console.action"
                + " (action_id, alert_id, person_id, kind, decision, expected_version, at, outbox_id)"
                + " values (?, ?, ?, ?, ?, ?, ?, 0) on conflict (action_id) do nothing",
            action.actionId(),
            action.alertId(),
            action.personId(),
            action.what().word(),
            decision(action),
            action.expectedVersion(),
            action.at());
    if (rows == 0) {
      return false;
    }
    long id = outbox.add(sql, Topics.ALERT_ACTIONS, action.subject().typed(), value);
    sql.update(
        "update console.action set outbox_id = ? where action_id = ?", id, action.actionId());
    return true;
  }

  @Override
  public Optional<Answer> lastAnswer(String alertId, String personId) {
    return transactions.call(
        sql ->
            sql.one(
                "select a.*, not exists (select 1 from console.outbox o where o.id = a.outbox_id) as sent"
                    + " from console.action a where alert_id = ? and person_id = ?"
                    + " and kind = 'ACKNOWLEDGED' order by outbox_id desc limit 1",
                row ->
                    new Answer(
                        row.getString("action_id"),
                        Decision.valueOf(row.getString("decision")),
                        row.getLong("expected_version"),
                        Statements.instant(row, "at"),
                        row.getBoolean("sent")),
                alertId,
                personId));
  }

  private static @Nullable String decision(SentAction action) {
    return action.what() instanceof SentAction.What.Acknowledged answer
        ? answer.decision().name()
        : null;
  }
}
