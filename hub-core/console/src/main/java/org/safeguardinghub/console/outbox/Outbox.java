package org.safeguardinghub.console.outbox;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.console.store.Statements;
import org.safeguardinghub.console.store.Transactions;
import org.safeguardinghub.kernel.topics.Topic;

/** Records that wait to be published, in the order in which they were stored. */
public final class Outbox {
  private final Transactions transactions;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition added = lock.newCondition();

  public Outbox(Transactions transactions) {
    this.transactions = transactions;
  }

  /** A stored record; a null value removes its key from a compacted topic. */
  public record Waiting(long id, String topic, String key, byte @Nullable [] value) {}

  /** Adds within the caller's transaction; call {@link #wake} once it is committed. */
  public long add(Statements sql, Topic topic, String key, byte @Nullable [] value)
      throws SQLException {
    return sql.one(
            "insert into console.outbox (topic, record_key, record_value) values (?, ?, ?) returning id",
            row -> row.getLong(1),
            topic.name(),
            key,
            value)
        .orElseThrow();
  }

  public void wake() {
    lock.lock();
    try {
      added.signalAll();
    } finally {
      lock.unlock();
    }
  }

  List<Waiting> next(int limit) {
    return transactions.call(
        sql ->
            sql.query(
                "select id, topic, record_key, record_value from console.outbox order by id limit ?",
                row ->
                    new Waiting(row.getLong(1), row.getString(2), row.getString(3), row.getBytes(4)),
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

  /** Waits until something was added, or for a while: what another start left behind is found too. */
  void await(long millis) throws InterruptedException {
    lock.lock();
    try {
      added.await(millis, TimeUnit.MILLISECONDS);
    } finally {
      lock.unlock();
    }
  }
}
