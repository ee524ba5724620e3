package org.safeguardinghub.risk.topology.risk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.safeguardinghub.kernel.subject.SubjectRef;

/** Everything that waits for a moment, in the order of the moments. */
final class DeadlineShelf {
  /** More than this at once is written at the next ticks, so that a tick stays short. */
  private static final int AT_ONCE = 500;

  private static final String FIRST = Stored.sortable(Instant.ofEpochMilli(Long.MIN_VALUE));

  private final KeyValueStore<String, byte[]> store;

  DeadlineShelf(ProcessorContext<?, ?> context) {
    this.store = context.getStateStore(Stored.DEADLINES);
  }

  /** Whose deadline it is. */
  enum Kind {
    /** Of policy; the note is the pattern. */
    P,
    /** Of an alert; the note is the alert's id. */
    A
  }

  /** Something that is due. */
  record Due(Kind kind, SubjectRef subject, String id, Instant dueAt, String note) {}

  void put(Due due) {
    store.put(key(due), due.note().getBytes(UTF_8));
  }

  void remove(Due due) {
    store.delete(key(due));
  }

  /** What is due at a moment or was before, earliest first. */
  List<Due> dueAt(Instant now) {
    List<Due> due = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> entries =
        store.range(FIRST, Stored.sortable(now) + '~')) {
      while (entries.hasNext() && due.size() < AT_ONCE) {
        KeyValue<String, byte[]> entry = entries.next();
        String[] parts = entry.key.split("\\|", 4);
        due.add(
            new Due(
                Kind.valueOf(parts[1]),
                SubjectRef.parse(parts[2]),
                parts[3],
                Stored.moment(parts[0]),
                new String(entry.value, UTF_8)));
      }
    }
    return due;
  }

  private static String key(Due due) {
    return Stored.sortable(due.dueAt())
        + '|'
        + due.kind()
        + '|'
        + due.subject().typed()
        + '|'
        + due.id();
  }
}
