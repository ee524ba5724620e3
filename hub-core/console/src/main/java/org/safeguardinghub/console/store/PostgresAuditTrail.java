package org.safeguardinghub.console.store;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serializer;
import org.safeguardinghub.console.audit.AccessLog;
import org.safeguardinghub.console.audit.AuditTrail;
import org.safeguardinghub.console.audit.Checkpoint;
import org.safeguardinghub.console.audit.CheckpointKey;
import org.safeguardinghub.console.audit.HashChain;
import org.safeguardinghub.console.codec.SentCodec;
import org.safeguardinghub.console.outbox.Outbox;
import org.safeguardinghub.kernel.topics.Topics;
import org.safeguardinghub.schemas.AccessAuditRecord;

/**
 * The chain of access records. Its head is one locked row, so that two readers at once still make
 * one chain; the record is durable before the page is shown and is published after.
 */
public final class PostgresAuditTrail implements AuditTrail, AccessLog {
  private static final int TOGETHER = 100;

  private final Transactions transactions;
  private final Outbox outbox;
  private final Serializer<AccessAuditRecord> serializer;
  private final CheckpointKey key;
  private final InstantSource clock;
  private final Supplier<String> ids;
  private final Queue<Entry> waiting = new ConcurrentLinkedQueue<>();
  private final ReentrantLock writing = new ReentrantLock();

  public PostgresAuditTrail(
      Transactions transactions,
      Outbox outbox,
      Serializer<AccessAuditRecord> serializer,
      CheckpointKey key,
      InstantSource clock,
      Supplier<String> ids) {
    this.transactions = transactions;
    this.outbox = outbox;
    this.serializer = serializer;
    this.key = key;
    this.clock = clock;
    this.ids = ids;
  }

  @Override
  public void write(String actor, Action action, String objectKind, String objectId) {
    Entry mine = new Entry(ids.get(), actor, action, objectKind, objectId);
    waiting.add(mine);
    writing.lock();
    try {
      // Whoever wrote before may have taken it along.
      if (!mine.written()) {
        writeTogether(mine);
      }
    } finally {
      writing.unlock();
    }
    outbox.wake();
  }

  /**
   * Many who read at once share one transaction: each page still waits until its own record is
   * durable. Where that fails, each tries its own.
   */
  private void writeTogether(Entry mine) {
    waiting.remove(mine);
    List<Entry> batch = new ArrayList<>(List.of(mine));
    Entry next = waiting.poll();
    while (next != null) {
      batch.add(next);
      next = batch.size() < TOGETHER ? waiting.poll() : null;
    }
    try {
      write(batch);
      batch.forEach(Entry::done);
    } catch (Transactions.StoreFailure e) {
      if (batch.size() == 1) {
        throw e;
      }
      write(List.of(mine));
      mine.done();
    }
  }

  private void write(List<Entry> batch) {
    transactions.run(
        sql -> {
          Head head = head(sql);
          for (Entry entry : batch) {
            head = append(sql, head, entry);
          }
          keep(sql, head);
        });
  }

  private Head append(Statements sql, Head head, Entry entry) throws SQLException {
    Instant at = Instant.ofEpochMilli(clock.millis());
    HashChain.Link link =
        HashChain.append(
            head.hash(),
            entry.id,
            entry.actor,
            entry.action.name(),
            entry.objectKind,
            entry.objectId,
            at);
    publish(sql, link);
    show(sql, link);
    int since = head.sinceCheckpoint() + 1;
    if (since < Checkpoint.EVERY) {
      return new Head(link.hash(), since);
    }
    HashChain.Link signed = Checkpoint.sign(key, link.hash(), ids.get(), since, at);
    publish(sql, signed);
    return new Head(signed.hash(), 0);
  }

  /** A record that waits to be written. */
  private static final class Entry {
    private final String id;
    private final String actor;
    private final Action action;
    private final String objectKind;
    private final String objectId;
    private volatile boolean written;

    Entry(String id, String actor, Action action, String objectKind, String objectId) {
      this.id = id;
      this.actor = actor;
      this.action = action;
      this.objectKind = objectKind;
      this.objectId = objectId;
    }

    boolean written() {
      return written;
    }

    void done() {
      written = true;
    }
  }

  /** The last record, and how many there are since the last checkpoint. */
  private record Head(String hash, int sinceCheckpoint) {}

  private static Head head(Statements sql) throws SQLException {
    return sql.one(
            "select hash, since_checkpoint from console.audit_head for update",
            row -> new Head(row.getString(1), row.getInt(2)))
        .orElseThrow(() -> new IllegalStateException("the head of the audit chain is missing"));
  }

  private static void keep(Statements sql, Head head) throws SQLException {
    sql.update(
        "update console.audit_head set hash = ?, since_checkpoint = ?",
        head.hash(),
        head.sinceCheckpoint());
  }

  private void publish(Statements sql, HashChain.Link link) throws SQLException {
    byte[] value = serializer.serialize(Topics.ACCESS_AUDIT.name(), SentCodec.audit(link));
    outbox.add(sql, Topics.ACCESS_AUDIT, link.actor(), value);
  }

  /** For the pages that tell who saw what; the chain is the record. */
  private static void show(Statements sql, HashChain.Link link) throws SQLException {
    sql.update(
        "insert into console.access (audit_id, actor, action, object_kind, object_id, at)"
            + " values (?, ?, ?, ?, ?, ?)",
        link.id(),
        link.actor(),
        link.action(),
        link.objectKind(),
        link.objectId(),
        link.at());
  }

  @Override
  public List<Access> of(String objectKind, String objectId) {
    return transactions.call(
        sql ->
            sql.query(
                "select actor, action, at from console.access where object_kind = ? and object_id = ?"
                    + " order by at desc, audit_id limit 100",
                row ->
                    new Access(
                        row.getString(1),
                        Action.valueOf(row.getString(2)),
                        Statements.instant(row, "at")),
                objectKind,
                objectId));
  }
}
