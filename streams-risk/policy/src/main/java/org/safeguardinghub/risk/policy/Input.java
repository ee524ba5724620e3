package org.safeguardinghub.risk.policy;

import java.time.Instant;
import java.util.List;
import org.safeguardinghub.risk.policy.decide.PublishedFinding;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;

/** What changes a subject's state, with the moment as of which it is evaluated. */
public sealed interface Input {
  /** The record of the subject's log that this came from. */
  String recordId();

  /** The hub's time. */
  Instant asOf();

  /** A record of the subject's log. */
  record Recorded(String recordId, Instant asOf, TimelineEntry entry) implements Input {}

  /**
   * What had been published on a subject that was moved into this one. Comes before the moved
   * events.
   */
  record Inherited(String recordId, Instant asOf, List<PublishedFinding> published)
      implements Input {
    public Inherited {
      published = List.copyOf(published);
    }
  }

  /** Nothing new but the time, or another policy. */
  record Reevaluated(String recordId, Instant asOf) implements Input {}
}
