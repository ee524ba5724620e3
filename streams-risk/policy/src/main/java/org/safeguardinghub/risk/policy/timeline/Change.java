package org.safeguardinghub.risk.policy.timeline;

import java.time.Instant;
import java.util.List;

/**
 * What differs between two readings of a subject's events: after one more event itself, and events
 * of its incident that read otherwise since.
 *
 * @param gone events as they read before, in no order
 * @param come events as they read now, in no order
 * @param since when the first event of the incident happened, or of what differs
 */
public record Change(List<TimelineEvent> gone, List<TimelineEvent> come, Instant since) {
  public Change {
    gone = List.copyOf(gone);
    come = List.copyOf(come);
  }

  /** What differs, of whatever incidents. */
  static Change of(List<TimelineEvent> gone, List<TimelineEvent> come) {
    return new Change(gone, come, earliest(gone, come));
  }

  /** The earliest moment at which something reads otherwise. */
  public Instant from() {
    return earliest(gone, come);
  }

  private static Instant earliest(List<TimelineEvent> gone, List<TimelineEvent> come) {
    Instant earliest = Instant.MAX;
    for (List<TimelineEvent> some : List.of(gone, come)) {
      for (TimelineEvent event : some) {
        earliest = event.at().isBefore(earliest) ? event.at() : earliest;
      }
    }
    return earliest;
  }
}
