package org.safeguardinghub.risk.topology.risk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.safeguardinghub.kernel.subject.SubjectRef;

/**
 * Subjects that another policy version has not looked at yet. They stand in the store, so that a
 * restart goes on where it was. A subject is looked at in its turn, and at the latest before
 * anything else happens to it; what comes of it is the same, because it is evaluated as of the
 * moment of the change.
 */
final class Reevaluations {
  private static final String PREFIX = "~again|";

  private final KeyValueStore<String, byte[]> store;

  /** Known to be empty: to ask the store before every record would cost more than most records. */
  private boolean empty;

  Reevaluations(ProcessorContext<?, ?> context) {
    this.store = context.getStateStore(Stored.SUBJECTS);
  }

  /**
   * One subject that waits for another version.
   *
   * @param cause the activation
   * @param asOf the moment of the change
   */
  record Pending(SubjectRef subject, String cause, Instant asOf) {}

  void put(List<SubjectRef> subjects, String cause, Instant asOf) {
    byte[] value = (asOf.toEpochMilli() + "|" + cause).getBytes(UTF_8);
    subjects.forEach(subject -> store.put(PREFIX + subject.typed(), value));
    empty = empty && subjects.isEmpty();
  }

  /** Takes a subject out, if it waits. */
  Optional<Pending> take(SubjectRef subject) {
    if (none()) {
      return Optional.empty();
    }
    byte[] value = store.delete(PREFIX + subject.typed());
    return Optional.ofNullable(value).map(bytes -> pending(subject, bytes));
  }

  /** The next that wait, not more than so many. They stay until they are taken. */
  List<SubjectRef> next(int atMost) {
    if (empty) {
      return List.of();
    }
    List<SubjectRef> next = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> waiting = store.prefixScan(PREFIX, Stored.KEYS)) {
      while (waiting.hasNext() && next.size() < atMost) {
        KeyValue<String, byte[]> one = waiting.next();
        next.add(SubjectRef.parse(one.key.substring(PREFIX.length())));
      }
    }
    empty = next.isEmpty();
    return next;
  }

  boolean none() {
    return next(1).isEmpty();
  }

  private static Pending pending(SubjectRef subject, byte[] value) {
    String[] parts = new String(value, UTF_8).split("\\|", 2);
    return new Pending(subject, parts[1], Instant.ofEpochMilli(Long.parseLong(parts[0])));
  }
}
