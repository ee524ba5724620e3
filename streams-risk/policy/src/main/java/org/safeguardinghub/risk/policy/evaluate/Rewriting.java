package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.risk.policy.finding.Evidence;
import org.safeguardinghub.risk.policy.finding.Notice;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/** What is to be written anew, though nothing that it rests on has changed. */
final class Rewriting {
  private final Optional<Stretch> protective;
  private final Set<String> eventIds = new HashSet<>();
  private final Stretch when;

  /**
   * @param protective for which moments something else protects the child, if for any
   * @param repeated events that repeat others, or are repeated, otherwise than before
   */
  Rewriting(Optional<Stretch> protective, List<TimelineEvent> repeated) {
    this.protective = protective;
    Instant from = Instant.MAX;
    Instant until = Instant.MIN;
    for (TimelineEvent event : repeated) {
      eventIds.add(event.id());
      from = InTime.earlier(from, event.at());
      until = InTime.later(until, event.at());
    }
    this.when = new Stretch(from, until);
  }

  boolean isNothing() {
    return protective.isEmpty() && eventIds.isEmpty();
  }

  /** The first moment of which something told may read otherwise. */
  Instant since() {
    return protective.map(other -> InTime.earlier(other.from(), when.from())).orElse(when.from());
  }

  /** Whether what is told of a moment, on one event, is among it. */
  boolean holds(TimelineEvent event) {
    return holds(event.at()) || eventIds.contains(event.id());
  }

  boolean holds(Draft draft) {
    return holds(draft.firings().getLast().at()) || draft.hasAny(eventIds, when);
  }

  boolean holds(Notice notice) {
    return holds(notice.at()) || tellsOf(notice);
  }

  private boolean holds(Instant moment) {
    return protective.isPresent() && protective.get().holds(moment);
  }

  // What is told of a moment rests on nothing later.
  private boolean tellsOf(Notice notice) {
    if (!eventIds.isEmpty() && !notice.at().isBefore(when.from())) {
      for (Evidence evidence : notice.evidence()) {
        if (eventIds.contains(evidence.eventId())) {
          return true;
        }
      }
    }
    return false;
  }
}
