package org.safeguardinghub.risk.topology.risk;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.safeguardinghub.risk.policy.finding.Deadline;
import org.safeguardinghub.risk.policy.timeline.Timeline;
import org.safeguardinghub.schemas.HandlingClassCode;
import org.safeguardinghub.schemas.RunningClockRecord;

/** The clocks that run about a subject, as {@code subjects.v1} shows them. */
final class Clocks {
  private Clocks() {}

  static List<RunningClockRecord> of(List<Deadline> deadlines, Timeline timeline) {
    return deadlines.stream()
        .sorted(Comparator.comparing(Deadline::dueAt).thenComparing(Deadline::id))
        .map(deadline -> of(deadline, timeline))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<RunningClockRecord> of(Deadline deadline, Timeline timeline) {
    return deadline
        .clock()
        .map(
            clock ->
                RunningClockRecord.newBuilder()
                    .setDeadlineId(deadline.id())
                    .setPattern(deadline.pattern())
                    .setWhat(clock.what())
                    .setSince(clock.since())
                    .setDueAt(deadline.dueAt())
                    .setHandlingClass(handling(deadline.triggerEventId(), timeline))
                    .build());
  }

  // Who may not see an event must not learn of it from the clock that it started.
  private static HandlingClassCode handling(String trigger, Timeline timeline) {
    return timeline.events().stream()
        .filter(event -> event.id().equals(trigger))
        .findFirst()
        .map(event -> HandlingClassCode.valueOf(event.sent().handling().name()))
        .orElse(HandlingClassCode.UNKNOWN);
  }
}
