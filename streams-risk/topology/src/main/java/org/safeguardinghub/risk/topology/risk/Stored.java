package org.safeguardinghub.risk.topology.risk;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Names, keys and builders of the stores. */
final class Stored {
  /** One entry per record of a subject's log: {@code <subject>|<occurred>|<entry>}. */
  static final String EVENTS = "subject-events";

  /** One small summary per subject; the partition's active policy, and who waits for it. */
  static final String SUBJECTS = "subject-summaries";

  /** What was published: {@code <subject>|f<finding id>} and {@code <subject>|n<notice id>}. */
  static final String PUBLISHED = "published";

  /** One entry per subject: the facts that {@code subjects.v1} shows. */
  static final String FACTS = "subject-facts";

  /** One entry per alert: {@code <subject>|<alert id>}. */
  static final String ALERTS = "alerts";

  /** One entry per held finding: {@code <subject>|<finding id>}. */
  static final String HELD = "held-findings";

  /** Everything that waits for a moment: {@code <due>|<kind>|<subject>|<id>}. */
  static final String DEADLINES = "deadlines";

  /** The lead directory, the same in every instance. */
  static final String DIRECTORY = "directory";

  /** All policy versions, the same in every instance. */
  static final String POLICIES = "policies";

  static final StringSerializer KEYS = new StringSerializer();

  private static final String NO_MOMENT = "~";

  private Stored() {}

  static Set<StoreBuilder<?>> perTask() {
    // In a fixed order: the recorded description of the topology shows it.
    return new LinkedHashSet<>(
        List.of(
            logged(EVENTS),
            logged(SUBJECTS),
            logged(PUBLISHED),
            logged(FACTS),
            logged(ALERTS),
            logged(DEADLINES),
            logged(HELD)));
  }

  /** A global store is its own topic: it needs no log of its own. */
  static StoreBuilder<KeyValueStore<String, byte[]>> global(String name) {
    return builder(name).withLoggingDisabled();
  }

  static String prefix(String typedSubject) {
    return typedSubject + '|';
  }

  static String event(String typedSubject, Instant occurredAt, String entry) {
    return prefix(typedSubject) + sortable(occurredAt) + '|' + entry;
  }

  /** An entry that happened at no moment, such as a fact or a ruling. */
  static String other(String typedSubject, String entry) {
    return prefix(typedSubject) + NO_MOMENT + '|' + entry;
  }

  static String alert(String typedSubject, String alertId) {
    return prefix(typedSubject) + alertId;
  }

  /** Sixteen digits that sort like the moment, also before 1970. */
  static String sortable(Instant moment) {
    return "%016x".formatted(moment.toEpochMilli() ^ Long.MIN_VALUE);
  }

  static Instant moment(String sortable) {
    return Instant.ofEpochMilli(Long.parseUnsignedLong(sortable, 16) ^ Long.MIN_VALUE);
  }

  private static StoreBuilder<KeyValueStore<String, byte[]>> logged(String name) {
    return builder(name).withCachingDisabled();
  }

  private static StoreBuilder<KeyValueStore<String, byte[]>> builder(String name) {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray());
  }
}
