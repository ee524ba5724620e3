package org.safeguardinghub.risk.topology.risk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.codec.PublishedCodec;
import org.safeguardinghub.risk.policy.decide.Published;
import org.safeguardinghub.risk.policy.decide.PublishedFinding;

/**
 * What was published about the task's subjects, one entry for each finding and each notice: a
 * record of the changelog is as large as what has changed, whatever else is known of a subject.
 */
final class PublishedShelf {
  /** The part of the heap for what was published, by all tasks of a process. */
  private static final int PART_OF_HEAP = 32;

  private static final long BYTES_PER_SUBJECT = 500;
  private static final long BYTES_PER_FINDING = 1_000;
  private static final long BYTES_PER_NOTICE = 100;

  private static final char FINDING = 'f';
  private static final char NOTICE = 'n';

  /** Of a notice the id is all that is known, and a store takes no value for none. */
  private static final byte[] TOLD = {1};

  private final KeyValueStore<String, byte[]> store;
  private final KeyValueStore<String, byte[]> summaries;
  private final Lately<SubjectRef, Published> lately =
      new Lately<>(Lately.room(PART_OF_HEAP), PublishedShelf::weight);

  PublishedShelf(ProcessorContext<?, ?> context) {
    this.store = context.getStateStore(Stored.PUBLISHED);
    this.summaries = context.getStateStore(Stored.SUBJECTS);
  }

  private static long weight(Published published) {
    return BYTES_PER_SUBJECT
        + BYTES_PER_FINDING * published.findings().size()
        + BYTES_PER_NOTICE * published.noticeIds().size();
  }

  Published of(SubjectRef subject) {
    return lately.get(subject, () -> stored(subject));
  }

  private Published stored(SubjectRef subject) {
    String prefix = Stored.prefix(subject.typed());
    List<PublishedFinding> findings = new ArrayList<>();
    Set<String> notices = new HashSet<>();
    try (KeyValueIterator<String, byte[]> kept = store.prefixScan(prefix, Stored.KEYS)) {
      while (kept.hasNext()) {
        KeyValue<String, byte[]> one = kept.next();
        if (one.key.charAt(prefix.length()) == FINDING) {
          findings.add(PublishedCodec.finding(one.value));
        } else {
          notices.add(one.key.substring(prefix.length() + 1));
        }
      }
    }
    Published stored = new Published(findings, notices);
    return stored.equals(Published.NOTHING) ? outOfSummary(subject) : stored;
  }

  /** A release before this shelf kept it in the subject's summary, which is written anew soon. */
  private Published outOfSummary(SubjectRef subject) {
    byte[] summary = summaries.get(subject.typed());
    Published known = summary == null ? Published.NOTHING : PublishedCodec.of(summary);
    write(subject, Published.NOTHING, known);
    return known;
  }

  /** Keeps what has changed. */
  void keep(SubjectRef subject, Published now) {
    write(subject, of(subject), now);
    lately.put(subject, now);
  }

  private void write(SubjectRef subject, Published before, Published now) {
    Map<String, PublishedFinding> gone = new HashMap<>();
    before.findings().forEach(finding -> gone.put(finding.findingId(), finding));
    for (PublishedFinding finding : now.findings()) {
      if (!finding.equals(gone.remove(finding.findingId()))) {
        store.put(key(subject, FINDING, finding.findingId()), PublishedCodec.toBytes(finding));
      }
    }
    gone.keySet().forEach(id -> store.delete(key(subject, FINDING, id)));
    for (String id : now.noticeIds()) {
      if (!before.noticeIds().contains(id)) {
        store.put(key(subject, NOTICE, id), TOLD);
      }
    }
    for (String id : before.noticeIds()) {
      if (!now.noticeIds().contains(id)) {
        store.delete(key(subject, NOTICE, id));
      }
    }
  }

  private static String key(SubjectRef subject, char kind, String id) {
    return Stored.prefix(subject.typed()) + kind + id;
  }
}
