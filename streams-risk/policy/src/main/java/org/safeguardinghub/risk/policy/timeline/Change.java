package org.safeguardinghub.risk.policy.timeline;

import java.time.Instant;
import java.util.List;

/**
 * What one more event changed in a timeline: itself, and events of its incident that read otherwise
 * since.
 *
 * @param gone events as they read before, in no order
 * @param come events as they read now, in no order
 * @param since when the first event of the incident happened, or of what changed
 */
public record Change(List<TimelineEvent> gone, List<TimelineEvent> come, Instant since) {
  public Change {
    gone = List.copyOf(gone);
    come = List.copyOf(come);
  }

  /** What differs between two readings, whoever's incidents they are. */
  static Change of(List<TimelineEvent> gone, List<TimelineEvent> come) {
    return new Change(gone, come, new Change(gone, come, Instant.MAX).from());
  }

  /** The earliest moment at which something reads otherwise. */
  public Instant from() {
    Instant from = Instant.MAX;
    for (TimelineEvent event : gone) {
      from = event.at().isBefore(from) ? event.at() : from;
    }
    for (TimelineEvent event : come) {
      from = event.at().isBefore(from) ? event.at() : from;
    }
    return from;
  }
}
