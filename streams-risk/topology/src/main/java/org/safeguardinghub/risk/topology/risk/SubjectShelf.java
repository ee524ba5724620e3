package org.safeguardinghub.risk.topology.risk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.kernel.topics.Topics;
import org.safeguardinghub.risk.codec.EntryCodec;
import org.safeguardinghub.risk.codec.SubjectMemory;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;
import org.safeguardinghub.schemas.MovedRecord;
import org.safeguardinghub.schemas.SubjectEventRecord;

/**
 * A subject's log, one entry per record, and its small summary. An entry is the record's own bytes,
 * so that a changelog record stays as small as the event.
 */
final class SubjectShelf {
  private static final String SUBJECT_BOUND = "/";

  /** The part of the heap for summaries, by all tasks of a process. */
  private static final int PART_OF_HEAP = 32;

  private static final long BYTES_PER_SUBJECT = 1_000;

  private final KeyValueStore<String, byte[]> events;
  private final KeyValueStore<String, byte[]> summaries;
  private final BytesReader<SubjectEventRecord> reader;
  private final Serializer<SubjectEventRecord> serializer;
  private final EntryCodec codec;
  private final Lately<SubjectRef, SubjectMemory> memories =
      new Lately<>(Lately.room(PART_OF_HEAP), _ -> BYTES_PER_SUBJECT);

  SubjectShelf(ProcessorContext<?, ?> context, RiskEdge edge) {
    this.events = context.getStateStore(Stored.EVENTS);
    this.summaries = context.getStateStore(Stored.SUBJECTS);
    this.reader =
        new BytesReader<>(
            edge.serdes().deserializer(SubjectEventRecord.class), Topics.SUBJECT_EVENTS.name());
    this.serializer = edge.serdes().serializer(SubjectEventRecord.class);
    this.codec = new EntryCodec(edge.keys());
  }

  SubjectEventRecord read(byte[] bytes) {
    return reader.read(bytes);
  }

  Optional<TimelineEntry> entry(SubjectEventRecord stored) {
    return codec.entry(stored);
  }

  SubjectMemory memory(SubjectRef subject) {
    return memories.get(
        subject,
        () -> {
          byte[] bytes = summaries.get(subject.typed());
          return bytes == null ? SubjectMemory.NOTHING : SubjectMemory.of(bytes);
        });
  }

  void remember(SubjectRef subject, SubjectMemory memory) {
    summaries.put(subject.typed(), memory.toBytes());
    memories.put(subject, memory);
  }

  /** A subject's log by the keys of its entries, in order of the store. */
  Map<String, TimelineEntry> entries(SubjectRef subject) {
    Map<String, TimelineEntry> entries = new LinkedHashMap<>();
    for (SubjectEventRecord stored : log(subject)) {
      codec.entry(stored).ifPresent(entry -> entries.put(entry.key(), entry));
    }
    return entries;
  }

  /** The records that are kept of a subject, events in order of occurrence. */
  List<SubjectEventRecord> log(SubjectRef subject) {
    List<SubjectEventRecord> log = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> kept =
        events.prefixScan(Stored.prefix(subject.typed()), Stored.KEYS)) {
      while (kept.hasNext()) {
        log.add(reader.read(kept.next().value));
      }
    }
    return log;
  }

  /** Keeps a record, in the place of one that says the same. */
  void keep(SubjectRef subject, TimelineEntry entry, Optional<TimelineEntry> before, byte[] bytes) {
    String key = key(subject, entry);
    before.map(old -> key(subject, old)).filter(old -> !old.equals(key)).ifPresent(events::delete);
    events.put(key, bytes);
  }

  /** Keeps a record that came as part of another, without what came with it. */
  void keep(
      SubjectRef subject,
      SubjectEventRecord record,
      TimelineEntry entry,
      Optional<TimelineEntry> before) {
    keep(subject, entry, before, bytes(record));
  }

  /** A record as it is kept: without what came with it. */
  byte[] bytes(SubjectEventRecord record) {
    SubjectEventRecord bare =
        record.getBody() instanceof MovedRecord moved
            ? SubjectEventRecord.newBuilder(record)
                .setBody(MovedRecord.newBuilder(moved).setCarried(null).build())
                .build()
            : record;
    return serializer.serialize(Topics.SUBJECT_EVENTS.name(), bare);
  }

  /** Everybody with a summary. */
  List<SubjectRef> subjects() {
    List<SubjectRef> subjects = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> all = summaries.all()) {
      while (all.hasNext()) {
        KeyValue<String, byte[]> one = all.next();
        if (one.key.contains(SUBJECT_BOUND) && !one.key.startsWith("~")) {
          subjects.add(SubjectRef.parse(one.key));
        }
      }
    }
    return subjects;
  }

  private static String key(SubjectRef subject, TimelineEntry entry) {
    return entry instanceof TimelineEntry.Event(var event)
        ? Stored.event(subject.typed(), event.occurredAt(), entry.key())
        : Stored.other(subject.typed(), entry.key());
  }
}
