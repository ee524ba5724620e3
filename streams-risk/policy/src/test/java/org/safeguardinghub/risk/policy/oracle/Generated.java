package org.safeguardinghub.risk.policy.oracle;

import java.time.Instant;
import java.util.List;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;

/** A generated history of one subject, looked at as of a moment. */
record Generated(SubjectRef subject, List<TimelineEntry> entries, Instant now) {
  Generated {
    entries = List.copyOf(entries);
  }

  Generated with(List<TimelineEntry> others) {
    return new Generated(subject, others, now);
  }
}
