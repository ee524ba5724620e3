package org.safeguardinghub.risk.policy;

import java.time.Instant;
import java.util.List;
import org.safeguardinghub.risk.policy.decide.Published;
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
   * Everything that a move brings, at once: the move, its events, and what had been published about
   * them on the other subject, so that their findings go on here.
   */
  record MovedIn(String recordId, Instant asOf, List<TimelineEntry> entries, Published published)
      implements Input {
    public MovedIn {
      entries = List.copyOf(entries);
    }
  }

  /**
   * Everything leaves for another subject, and what had been published goes on there: nothing is
   * withdrawn.
   *
   * @param entry the move
   */
  record MovedOut(String recordId, Instant asOf, TimelineEntry entry) implements Input {}

  /** Nothing new but the time, or another policy. */
  record Reevaluated(String recordId, Instant asOf) implements Input {}
}
