package org.safeguardinghub.console.store;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serializer;
import org.safeguardinghub.console.audit.AuditTrail;
import org.safeguardinghub.console.audit.HashChain;
import org.safeguardinghub.console.codec.SentCodec;
import org.safeguardinghub.console.outbox.Outbox;
import org.safeguardinghub.kernel.topics.Topics;
import org.safeguardinghub.schemas.AccessAuditRecord;

/**
 * The chain of access records. Its head is one locked row, so that two readers at once still make
 * one chain; the record is durable before the page is shown and is published after.
 */
public final class PostgresAuditTrail implements AuditTrail {
  private final Transactions transactions;
  private final Outbox outbox;
  private final Serializer<AccessAuditRecord> serializer;
  private final InstantSource clock;
  private final Supplier<String> ids;

  public PostgresAuditTrail(
      Transactions transactions,
      Outbox outbox,
      Serializer<AccessAuditRecord> serializer,
      InstantSource clock,
      Supplier<String> ids) {
    this.transactions = transactions;
    this.outbox = outbox;
    this.serializer = serializer;
    this.clock = clock;
    this.ids = ids;
  }

  @Override
  public void write(String actor, Action action, String objectKind, String objectId) {
    String id = ids.get();
    transactions.run(
        sql -> {
          String head =
              sql.one("select hash from console.audit_head for update", row -> row.getString(1))
                  .orElseThrow(
                      () -> new IllegalStateException("the head of the audit chain is missing"));
          HashChain.Link link =
              HashChain.append(
                  head,
                  id,
                  actor,
                  action.name(),
                  objectKind,
                  objectId,
                  Instant.ofEpochMilli(clock.millis()));
          byte[] value = serializer.serialize(Topics.ACCESS_AUDIT.name(), SentCodec.audit(link));
          outbox.add(sql, Topics.ACCESS_AUDIT, actor, value);
          sql.update("update console.audit_head set hash = ?", link.hash());
        });
    outbox.wake();
  }
}
