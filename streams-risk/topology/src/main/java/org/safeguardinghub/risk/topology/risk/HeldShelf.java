package org.safeguardinghub.risk.topology.risk;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.safeguardinghub.kernel.codec.AvroSerdes;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.kernel.topics.Topics;
import org.safeguardinghub.risk.alert.brake.BrakeState;
import org.safeguardinghub.risk.alert.brake.Held;
import org.safeguardinghub.risk.codec.HeldCodec;
import org.safeguardinghub.schemas.HeldFindingRecord;

/** What is held of the task's subjects, one entry per finding, as its topic carries it. */
final class HeldShelf {
  /** The part of the heap for what is held, by all tasks of a process: mostly that nothing is. */
  private static final int PART_OF_HEAP = 64;

  private static final long BYTES_PER_SUBJECT = 300;
  private static final long BYTES_PER_FINDING = 4_000;

  private final KeyValueStore<String, byte[]> store;
  private final Serializer<HeldFindingRecord> serializer;
  private final BytesReader<HeldFindingRecord> reader;
  private final Lately<SubjectRef, BrakeState> states =
      new Lately<>(
          Lately.room(PART_OF_HEAP),
          state -> BYTES_PER_SUBJECT + BYTES_PER_FINDING * state.held().size());

  HeldShelf(ProcessorContext<?, ?> context, AvroSerdes serdes) {
    this.store = context.getStateStore(Stored.HELD);
    this.serializer = serdes.serializer(HeldFindingRecord.class);
    this.reader =
        new BytesReader<>(
            serdes.deserializer(HeldFindingRecord.class), Topics.HELD_FINDINGS.name());
  }

  BrakeState state(SubjectRef subject) {
    return states.get(subject, () -> stored(subject));
  }

  private BrakeState stored(SubjectRef subject) {
    Map<String, Held> held = new HashMap<>();
    try (KeyValueIterator<String, byte[]> kept =
        store.prefixScan(Stored.prefix(subject.typed()), Stored.KEYS)) {
      while (kept.hasNext()) {
        HeldCodec.of(reader.read(kept.next().value)).ifPresent(one -> held.put(one.id(), one));
      }
    }
    return held.isEmpty() ? BrakeState.EMPTY : new BrakeState(held);
  }

  HeldFindingRecord keep(SubjectRef subject, Held held, Instant at) {
    HeldFindingRecord record = HeldCodec.toRecord(subject, held, at);
    store.put(key(subject, held), serializer.serialize(Topics.HELD_FINDINGS.name(), record));
    states.take(subject);
    return record;
  }

  void remove(SubjectRef subject, Held held) {
    store.delete(key(subject, held));
    states.take(subject);
  }

  private static String key(SubjectRef subject, Held held) {
    return Stored.prefix(subject.typed()) + held.id();
  }
}
