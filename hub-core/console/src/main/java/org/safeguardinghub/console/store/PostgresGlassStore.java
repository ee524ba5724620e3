package org.safeguardinghub.console.store;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serializer;
import org.safeguardinghub.console.alert.Glass;
import org.safeguardinghub.console.alert.GlassStore;
import org.safeguardinghub.console.alert.SentAction;
import org.safeguardinghub.console.codec.SentCodec;
import org.safeguardinghub.console.outbox.Outbox;
import org.safeguardinghub.kernel.sealing.Sealed;
import org.safeguardinghub.kernel.topics.Topics;
import org.safeguardinghub.schemas.AlertActionRecord;

/** In PostgreSQL; what people wrote stays sealed. */
public final class PostgresGlassStore implements GlassStore {
  private static final String SELECT = "select * from console.glass";

  private final Transactions transactions;
  private final Outbox outbox;
  private final Serializer<AlertActionRecord> serializer;

  public PostgresGlassStore(
      Transactions transactions, Outbox outbox, Serializer<AlertActionRecord> serializer) {
    this.transactions = transactions;
    this.outbox = outbox;
    this.serializer = serializer;
  }

  @Override
  public boolean open(Glass glass, SentAction told) {
    byte[] value = serializer.serialize(Topics.ALERT_ACTIONS.name(), SentCodec.action(told));
    boolean added = transactions.call(sql -> add(sql, glass, told, value));
    outbox.wake();
    return added;
  }

  private boolean add(Statements sql, Glass glass, SentAction told, byte[] value)
      throws SQLException {
    int rows =
        sql.update(
            "insert into console.glass (id, alert_id, person_id, reason_key, reason, at, until)"
                + " values (?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing",
            glass.id(),
            glass.alertId(),
            glass.personId(),
            glass.reason().keyRef(),
            bytes(glass.reason()),
            glass.at(),
            glass.until());
    if (rows > 0) {
      outbox.add(sql, Topics.ALERT_ACTIONS, told.subject().typed(), value);
    }
    return rows > 0;
  }

  @Override
  public Optional<Glass> openTo(String personId, String alertId, Instant at) {
    return transactions.call(
        sql ->
            sql.one(
                SELECT
                    + " where person_id = ? and alert_id = ? and until > ? order by until desc limit 1",
                PostgresGlassStore::glass,
                personId,
                alertId,
                at));
  }

  @Override
  public List<Glass> all(int limit) {
    return transactions.call(
        sql ->
            sql.query(
                SELECT
                    + " order by outcome is not null, reviewed_at desc nulls first, at, id limit ?",
                PostgresGlassStore::glass,
                limit));
  }

  @Override
  public Optional<Glass> find(String id) {
    return transactions.call(
        sql -> sql.one(SELECT + " where id = ?", PostgresGlassStore::glass, id));
  }

  @Override
  public boolean review(String id, Glass.Review review) {
    return transactions.call(
            sql ->
                sql.update(
                    "update console.glass set reviewed_by = ?, outcome = ?, note_key = ?, note = ?,"
                        + " reviewed_at = ? where id = ? and outcome is null",
                    review.personId(),
                    review.outcome().name(),
                    review.note().keyRef(),
                    bytes(review.note()),
                    review.at(),
                    id))
        > 0;
  }

  private static Glass glass(ResultSet row) throws SQLException {
    String id = row.getString("id");
    Optional<Glass.Review> review =
        row.getString("outcome") == null
            ? Optional.empty()
            : Optional.of(
                new Glass.Review(
                    row.getString("reviewed_by"),
                    Glass.Outcome.valueOf(row.getString("outcome")),
                    new Sealed(
                        row.getString("note_key"),
                        "review/" + id,
                        ByteBuffer.wrap(row.getBytes("note"))),
                    Statements.instant(row, "reviewed_at")));
    return new Glass(
        id,
        row.getString("alert_id"),
        row.getString("person_id"),
        new Sealed(row.getString("reason_key"), id, ByteBuffer.wrap(row.getBytes("reason"))),
        Statements.instant(row, "at"),
        Statements.instant(row, "until"),
        review);
  }

  private static byte[] bytes(Sealed sealed) {
    ByteBuffer copy = sealed.ciphertext().duplicate();
    byte[] bytes = new byte[copy.remaining()];
    copy.get(bytes);
    return bytes;
  }
}
