package org.safeguardinghub.risk.topology.risk;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.safeguardinghub.kernel.codec.AvroSerdes;
import org.safeguardinghub.kernel.topics.Topics;
import org.safeguardinghub.risk.alert.Directory;
import org.safeguardinghub.risk.codec.DirectoryCodec;
import org.safeguardinghub.risk.codec.Unusable;
import org.safeguardinghub.schemas.DirectoryEntryRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lead directory as one task sees it, read again whenever an entry has changed. */
final class DirectoryView {
  private static final Logger LOG = LoggerFactory.getLogger(DirectoryView.class);

  private final ReadOnlyKeyValueStore<String, byte[]> store;
  private final AtomicLong changes;
  private final BytesReader<DirectoryEntryRecord> reader;
  private long seen = -1;
  private Directory directory = Directory.EMPTY;

  DirectoryView(ProcessorContext<?, ?> context, AvroSerdes serdes, AtomicLong changes) {
    this.store = context.getStateStore(Stored.DIRECTORY);
    this.changes = changes;
    this.reader =
        new BytesReader<>(serdes.deserializer(DirectoryEntryRecord.class), Topics.DIRECTORY.name());
  }

  Directory directory() {
    long now = changes.get();
    if (now != seen) {
      directory = read();
      seen = now;
    }
    return directory;
  }

  private Directory read() {
    Directory all = Directory.EMPTY;
    try (KeyValueIterator<String, byte[]> entries = store.all()) {
      while (entries.hasNext()) {
        KeyValue<String, byte[]> entry = entries.next();
        try {
          all = DirectoryCodec.with(all, entry.key, reader.read(entry.value));
        } catch (Unusable e) {
          LOG.error("directory entry passed over: {}", e.getMessage());
        }
      }
    }
    return all;
  }
}
