package org.safeguardinghub.risk.topology.risk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.safeguardinghub.kernel.subject.SubjectRef;

/**
 * Where persons went who were moved from one subject to another: an event of theirs may still be on
 * its way to the subject that they left.
 */
final class Forwarding {
  /** No subject's key begins so. */
  private static final String LEFT = "~left/";

  private final KeyValueStore<String, byte[]> summaries;

  Forwarding(ProcessorContext<?, ?> context) {
    this.summaries = context.getStateStore(Stored.SUBJECTS);
  }

  void left(SubjectRef subject, Collection<String> persons, SubjectRef to) {
    persons.forEach(person -> summaries.put(key(subject, person), to.typed().getBytes(UTF_8)));
  }

  void arrived(SubjectRef subject, Collection<String> persons) {
    persons.forEach(person -> summaries.delete(key(subject, person)));
  }

  Optional<SubjectRef> target(SubjectRef subject, String person) {
    return Optional.ofNullable(summaries.get(key(subject, person)))
        .map(typed -> SubjectRef.parse(new String(typed, UTF_8)));
  }

  private static String key(SubjectRef subject, String person) {
    return LEFT + subject.typed() + '|' + person;
  }
}
