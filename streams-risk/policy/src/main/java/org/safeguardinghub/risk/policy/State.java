package org.safeguardinghub.risk.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
    if (!replaces(entry, entries.get(entry.key()))) {
      return this;
    }
    Map<String, TimelineEntry> all = new LinkedHashMap<>(entries);
    all.put(entry.key(), entry);
    return new State(subject, all, published);
  }

  /** Whether an entry is kept, in the place of the one that is held under its key, if any. */
  static boolean replaces(TimelineEntry entry, @Nullable TimelineEntry held) {
    return !(held instanceof TimelineEntry.Event(var old)
        && entry instanceof TimelineEntry.Event(var now)
        && (old.whose().identityConfirmed() || !now.whose().identityConfirmed()));
  }
}
