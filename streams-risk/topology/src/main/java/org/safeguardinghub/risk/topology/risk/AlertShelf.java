package org.safeguardinghub.risk.topology.risk;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.safeguardinghub.kernel.codec.AvroSerdes;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.kernel.topics.Topics;
import org.safeguardinghub.risk.alert.Alert;
import org.safeguardinghub.risk.alert.AlertState;
import org.safeguardinghub.risk.codec.AlertCodec;
import org.safeguardinghub.risk.codec.AlertMemory;
import org.safeguardinghub.schemas.AlertRecord;

/**
 * The alerts of the task's subjects, one entry each: the picture as {@code alerts.v1} carries it
 * (with that topic's schema, which outlives a release), then what only the alert itself needs.
 */
final class AlertShelf {
  /** The part of the heap for what is remembered of alerts, by all tasks of a process. */
  private static final int PART_OF_HEAP = 16;

  private static final long BYTES_PER_SUBJECT = 500;

  /** Some 10 kB for a subject with two or three alerts. */
  private static final long BYTES_PER_ALERT = 4_000;

  private final KeyValueStore<String, byte[]> store;
  private final Serializer<AlertRecord> serializer;
  private final BytesReader<AlertRecord> reader;
  private final Lately<SubjectRef, AlertState> states =
      new Lately<>(
          Lately.room(PART_OF_HEAP),
          state -> BYTES_PER_SUBJECT + BYTES_PER_ALERT * state.alerts().size());

  AlertShelf(ProcessorContext<?, ?> context, AvroSerdes serdes) {
    this.store = context.getStateStore(Stored.ALERTS);
    this.serializer = serdes.serializer(AlertRecord.class);
    this.reader = new BytesReader<>(serdes.deserializer(AlertRecord.class), Topics.ALERTS.name());
  }

  AlertState state(SubjectRef subject) {
    return states.get(subject, () -> stored(subject));
  }

  private AlertState stored(SubjectRef subject) {
    SortedMap<String, Alert> alerts = new TreeMap<>();
    try (KeyValueIterator<String, byte[]> kept =
        store.prefixScan(Stored.prefix(subject.typed()), Stored.KEYS)) {
      while (kept.hasNext()) {
        Alert alert = read(kept.next().value);
        alerts.put(alert.id(), alert);
      }
    }
    return new AlertState(subject, alerts);
  }

  /**
   * Keeps what has changed, and gives up what has gone elsewhere.
   *
   * @param picture of an alert, as its topic carries it
   */
  void keep(AlertState before, AlertState after, Function<Alert, AlertRecord> picture) {
    for (String id : before.alerts().keySet()) {
      if (after.alert(id).isEmpty()) {
        store.delete(Stored.alert(after.subject().typed(), id));
      }
    }
    for (Map.Entry<String, Alert> entry : after.alerts().entrySet()) {
      if (!entry.getValue().equals(before.alerts().get(entry.getKey()))) {
        store.put(
            Stored.alert(after.subject().typed(), entry.getKey()),
            write(entry.getValue(), picture.apply(entry.getValue())));
      }
    }
    states.put(after.subject(), after);
  }

  /** Subjects with an alert that somebody still answers for. */
  List<SubjectRef> live() {
    Set<SubjectRef> subjects = new LinkedHashSet<>();
    try (KeyValueIterator<String, byte[]> all = store.all()) {
      while (all.hasNext()) {
        KeyValue<String, byte[]> one = all.next();
        Alert alert = read(one.value);
        if (alert instanceof Alert.Open || alert instanceof Alert.Acknowledged) {
          subjects.add(alert.dossier().subject());
        }
      }
    }
    return new ArrayList<>(subjects);
  }

  private byte[] write(Alert alert, AlertRecord taken) {
    byte[] picture = serializer.serialize(Topics.ALERTS.name(), taken);
    byte[] memory = AlertCodec.memory(alert).toBytes();
    return ByteBuffer.allocate(Integer.BYTES + picture.length + memory.length)
        .putInt(picture.length)
        .put(picture)
        .put(memory)
        .array();
  }

  private Alert read(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    byte[] picture = new byte[buffer.getInt()];
    buffer.get(picture);
    byte[] memory = new byte[buffer.remaining()];
    buffer.get(memory);
    return AlertCodec.of(reader.read(picture), AlertMemory.of(memory));
  }
}
