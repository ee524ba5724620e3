package org.safeguardinghub.console.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serializer;
import org.safeguardinghub.console.alert.AlertStore;
import org.safeguardinghub.console.codec.SentCodec;
import org.safeguardinghub.console.codec.StoredValues;
import org.safeguardinghub.console.identity.LedgerLine;
import org.safeguardinghub.console.identity.Question;
import org.safeguardinghub.console.identity.QuestionStore;
import org.safeguardinghub.console.identity.Ruling;
import org.safeguardinghub.console.identity.RulingStore;
import org.safeguardinghub.console.outbox.Outbox;
import org.safeguardinghub.kernel.sealing.Sealed;
import org.safeguardinghub.kernel.topics.Topics;
import org.safeguardinghub.schemas.IdentityRulingRecord;

/** Questions, decisions and rulings about identity in PostgreSQL. */
public final class PostgresIdentityStore implements QuestionStore, RulingStore {
  private static final String DECISION =
      "select value, protected, exists (select 1 from console.identity_decision later"
          + " where later.undoes = d.decision_id) as undone from console.identity_decision d";

  private final Transactions transactions;
  private final StoredValues values;
  private final AlertStore alerts;
  private final Outbox outbox;
  private final Serializer<IdentityRulingRecord> serializer;

  public PostgresIdentityStore(
      Transactions transactions,
      StoredValues values,
      AlertStore alerts,
      Outbox outbox,
      Serializer<IdentityRulingRecord> serializer) {
    this.transactions = transactions;
    this.values = values;
    this.alerts = alerts;
    this.outbox = outbox;
    this.serializer = serializer;
  }

  @Override
  public List<Question> open(boolean protectedToo, int limit) {
    return transactions.call(
        sql ->
            sql.query(
                "select value from console.identity_task t where open and (not protected or ?)"
                    + " and not exists (select 1 from console.ruling r"
                    + " where r.task_id = t.task_id and r.at >= t.opened_at)"
                    + " order by due_at, task_id limit ?",
                row -> values.question(row.getBytes(1)),
                protectedToo,
                limit));
  }

  @Override
  public Optional<Question> question(String taskId) {
    return transactions.call(
        sql ->
            sql.one(
                "select value from console.identity_task where task_id = ?",
                row -> values.question(row.getBytes(1)),
                taskId));
  }

  @Override
  public List<LedgerLine> decided(boolean protectedToo, int limit) {
    return transactions.call(
        sql ->
            sql.query(
                DECISION
                    + " where decided_by <> 'hub' and (not protected or ?)"
                    + " order by decided_at desc, decision_id limit ?",
                this::line,
                protectedToo,
                limit));
  }

  @Override
  public Optional<LedgerLine> decision(String decisionId) {
    return transactions.call(
        sql ->
            sql.one(
                DECISION + " where decided_by <> 'hub' and decision_id = ?",
                this::line,
                decisionId));
  }

  private LedgerLine line(ResultSet row) throws SQLException {
    return values.decision(
        row.getBytes("value"), row.getBoolean("undone"), row.getBoolean("protected"));
  }

  @Override
  public Map<String, List<Sealed>> claims(Collection<String> children) {
    return alerts.claims(children);
  }

  @Override
  public boolean record(Ruling ruling) {
    byte[] value = serializer.serialize(Topics.IDENTITY_RULINGS.name(), SentCodec.ruling(ruling));
    boolean added = transactions.call(sql -> add(sql, ruling, value));
    outbox.wake();
    return added;
  }

  private boolean add(Statements sql, Ruling ruling, byte[] value) throws SQLException {
    int rows =
        sql.update(
            "insert into console.ruling (ruling_id, task_id, person_id, kind, at, outbox_id)"
                + " values (?, ?, ?, ?, ?, 0) on conflict (ruling_id) do nothing",
            ruling.rulingId(),
            ruling.taskId(),
            ruling.personId(),
            ruling.what().getClass().getSimpleName(),
            ruling.at());
    if (rows == 0) {
      return false;
    }
    long id = outbox.add(sql, Topics.IDENTITY_RULINGS, ruling.taskId(), value);
    sql.update(
        "update console.ruling set outbox_id = ? where ruling_id = ?", id, ruling.rulingId());
    return true;
  }
}
