package org.safeguardinghub.console.projection;

import java.sql.SQLException;
import java.util.List;
import org.apache.kafka.common.serialization.Serializer;
import org.safeguardinghub.console.codec.StoredValues;
import org.safeguardinghub.console.outbox.Outbox;
import org.safeguardinghub.console.store.Statements;
import org.safeguardinghub.kernel.topics.Topics;
import org.safeguardinghub.schemas.AlertActionRecord;

/**
 * Tells an alert that a notice of it reached nobody, as an action on it: once for each notice, in
 * the transaction of the rows. The notifier knows no subject, so the console, which does, says it.
 */
public final class Undelivered {
  private static final int AT_ONCE = 200;

  private final StoredValues values;
  private final Outbox outbox;
  private final Serializer<AlertActionRecord> serializer;

  public Undelivered(StoredValues values, Outbox outbox, Serializer<AlertActionRecord> serializer) {
    this.values = values;
    this.outbox = outbox;
    this.serializer = serializer;
  }

  /** Passes on what waits and whose alert is known by now; call {@link #wake} once committed. */
  public void passOn(Statements sql) throws SQLException {
    for (Waiting waiting : waiting(sql)) {
      sql.update(
          "delete from console.undelivered where notification_id = ?", waiting.notificationId());
      act(sql, values.undelivered(waiting.alert(), waiting.delivery()));
    }
  }

  void wake() {
    outbox.wake();
  }

  private static List<Waiting> waiting(Statements sql) throws SQLException {
    return sql.query(
        "select u.notification_id, a.value, u.value from console.undelivered u"
            + " join console.alert a using (alert_id) order by u.notification_id limit ?",
        row -> new Waiting(row.getString(1), row.getBytes(2), row.getBytes(3)),
        AT_ONCE);
  }

  /** The projection may be filled again: what was said once is not said again. */
  private void act(Statements sql, AlertActionRecord action) throws SQLException {
    int rows =
        sql.update(
            "insert into console.action"
                + " (action_id, alert_id, person_id, kind, expected_version, at, outbox_id)"
                + " values (?, ?, ?, ?, 0, ?, 0) on conflict (action_id) do nothing",
            action.getActionId(),
            action.getAlertId(),
            action.getPersonId().orElseThrow(),
            action.getKind().name(),
            action.getAt());
    if (rows == 0) {
      return;
    }
    long id =
        outbox.add(
            sql,
            Topics.ALERT_ACTIONS,
            values.subject(action),
            serializer.serialize(Topics.ALERT_ACTIONS.name(), action));
    sql.update(
        "update console.action set outbox_id = ? where action_id = ?", id, action.getActionId());
  }

  /** One that waits; never compared, so arrays may be components. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Waiting(String notificationId, byte[] alert, byte[] delivery) {}
}
