package org.safeguardinghub.risk.policy.timeline;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry.Moved;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry.Moved.Direction;

/** Which of a subject's events were moved away, and which came from elsewhere. */
final class Moves {
  private final List<Moved> all;
  private final Map<String, Moved> latest = new HashMap<>();

  Moves(List<Moved> all) {
    this.all = List.copyOf(all);
    for (Moved move : all) {
      move.eventIds()
          .forEach(
              id ->
                  latest.merge(
                      id, move, (one, other) -> other.at().isBefore(one.at()) ? one : other));
    }
  }

  /** Whether an event was ever moved, either way. */
  boolean holds(String eventId) {
    return latest.containsKey(eventId);
  }

  /** Where an event went that was moved away. */
  Optional<SubjectRef> to(String eventId) {
    return Optional.ofNullable(latest.get(eventId))
        .filter(move -> move.direction() == Direction.OUT)
        .map(Moved::to);
  }

  /** When any of these events came back that had been moved away; the latest of them. */
  Optional<Instant> cameBack(Set<String> eventIds) {
    return all.stream()
        .filter(move -> move.direction() == Direction.OUT)
        .flatMap(move -> move.eventIds().stream())
        .filter(eventIds::contains)
        .map(latest::get)
        .filter(last -> last.direction() == Direction.IN)
        .map(Moved::at)
        .max(Instant::compareTo);
  }

  /** From where events came. */
  Set<SubjectRef> from() {
    Set<SubjectRef> from = new HashSet<>();
    for (Moved move : all) {
      if (move.direction() == Direction.IN) {
        from.add(move.from());
      }
    }
    return from;
  }
}
