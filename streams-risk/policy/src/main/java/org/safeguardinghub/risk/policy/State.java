package org.safeguardinghub.risk.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.policy.decide.Published;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;

/**
 * All that the hub keeps about a subject: the log entries, to be stored one by one under {@link
 * TimelineEntry#key}, and a small summary of what was published.
 */
public record State(SubjectRef subject, Map<String, TimelineEntry> entries, Published published) {
  public State {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /** A subject of whom nothing is known. */
  public static State empty(SubjectRef subject) {
    return new State(subject, Map.of(), Published.NOTHING);
  }

  /**
   * With one more entry. A repeated event changes nothing, except that an event whose identity has
   * been settled since takes the place of the open one; of other entries the newer holds.
   */
  public State with(TimelineEntry entry) {
    TimelineEntry held = entries.get(entry.key());
    if (held != null && !replaces(entry, held)) {
      return this;
    }
    Map<String, TimelineEntry> all = new LinkedHashMap<>(entries);
    all.put(entry.key(), entry);
    return new State(subject, all, published);
  }

  /** Whether an entry takes the place of one with the same key. */
  static boolean replaces(TimelineEntry entry, TimelineEntry held) {
    return !(held instanceof TimelineEntry.Event(var old)
        && entry instanceof TimelineEntry.Event(var now)
        && (old.whose().identityConfirmed() || !now.whose().identityConfirmed()));
  }
}
