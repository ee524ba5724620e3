package org.safeguardinghub.risk.topology.risk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.kernel.subject.SubjectRef;

/**
 * Where persons went who were moved from one subject to another: an event of theirs may still be on
 * its way to the subject that they left.
 */
final class Forwarding {
  /** No subject's key begins so. */
  private static final String LEFT = "~left/";

  /** Behind all keys of persons who left. */
  private static final String AFTER_LEFT = "~left0";

  private final KeyValueStore<String, byte[]> summaries;

  /** Every event asks, and few persons ever leave: who did is read once, and remembered. */
  private @Nullable Map<String, SubjectRef> read;

  Forwarding(ProcessorContext<?, ?> context) {
    this.summaries = context.getStateStore(Stored.SUBJECTS);
  }

  private Map<String, SubjectRef> targets() {
    Map<String, SubjectRef> known = read;
    if (known == null) {
      known = new HashMap<>();
      try (KeyValueIterator<String, byte[]> left = summaries.range(LEFT, AFTER_LEFT)) {
        while (left.hasNext()) {
          KeyValue<String, byte[]> one = left.next();
          known.put(one.key, SubjectRef.parse(new String(one.value, UTF_8)));
        }
      }
      read = known;
    }
    return known;
  }

  void left(SubjectRef subject, Collection<String> persons, SubjectRef to) {
    for (String person : persons) {
      summaries.put(key(subject, person), to.typed().getBytes(UTF_8));
      targets().put(key(subject, person), to);
    }
  }

  void arrived(SubjectRef subject, Collection<String> persons) {
    for (String person : persons) {
      summaries.delete(key(subject, person));
      targets().remove(key(subject, person));
    }
  }

  Optional<SubjectRef> target(SubjectRef subject, String person) {
    return Optional.ofNullable(targets().get(key(subject, person)));
  }

  private static String key(SubjectRef subject, String person) {
    return LEFT + subject.typed() + '|' + person;
  }
}
