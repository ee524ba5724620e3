package org.safeguardinghub.console.outbox;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.console.store.Statements;
import org.safeguardinghub.console.store.Transactions;
import org.safeguardinghub.kernel.topics.Topic;

/** Records that wait to be published, in the order in which they were stored. */
public final class Outbox {
  private final Transactions transactions;
  private final Semaphore added = new Semaphore(0);

  public Outbox(Transactions transactions) {
    this.transactions = transactions;
  }

  /** A stored record; without a value it removes its key from a compacted topic. */
  record Waiting(long id, ProducerRecord<String, byte[]> record) {}

  /** Adds within the caller's transaction; call {@link #wake} once it is committed. */
  public long add(Statements sql, Topic topic, String key, byte @Nullable [] value)
      throws SQLException {
    return sql.one(
            "insert into console.outbox (topic, record_key, record_value) values (?, ?, ?)"
                + " returning id",
            row -> row.getLong(1),
            topic.name(),
            key,
            value)
        .orElseThrow();
  }

  /** Says that something was added. */
  public void wake() {
    added.release();
  }

  List<Waiting> next(int limit) {
    return transactions.call(
        sql ->
            sql.query(
                "select id, topic, record_key, record_value from console.outbox order by id limit ?",
                row ->
                    new Waiting(
                        row.getLong(1),
                        new ProducerRecord<>(row.getString(2), row.getString(3), row.getBytes(4))),
                limit));
  }

  void remove(List<Waiting> published) {
    transactions.run(
        sql -> {
          for (Waiting one : published) {
            sql.update("delete from console.outbox where id = ?", one.id());
          }
        });
  }

  /**
   * Waits until something was added, or for a while: what another start left behind is found too.
   */
  void await(long millis) throws InterruptedException {
    if (added.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
      added.drainPermits();
    }
  }
}
