package org.safeguardinghub.risk.topology.risk;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Keeps a global store as its topic says, and counts the changes so that readers notice them. */
final class GlobalTable implements Processor<String, byte[], Void, Void> {
  private final String store;
  private final AtomicLong changes;
  private @Nullable KeyValueStore<String, byte[]> table;

  GlobalTable(String store, AtomicLong changes) {
    this.store = store;
    this.changes = changes;
  }

  @Override
  public void init(ProcessorContext<Void, Void> context) {
    table = context.getStateStore(store);
  }

  @Override
  public void process(Record<String, byte[]> record) {
    KeyValueStore<String, byte[]> kept = table;
    if (kept != null && record.key() != null) {
      kept.put(record.key(), record.value());
      changes.incrementAndGet();
    }
  }
}
