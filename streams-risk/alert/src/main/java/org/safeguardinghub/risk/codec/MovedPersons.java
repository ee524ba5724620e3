package org.safeguardinghub.risk.codec;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;
import org.safeguardinghub.schemas.MoveReason;
import org.safeguardinghub.schemas.MovedRecord;
import org.safeguardinghub.schemas.SubjectEventRecord;

/**
 * A merge or a split moves persons: whoever keeps the subject that is left knows which events came
 * with them.
 */
public final class MovedPersons {
  private MovedPersons() {}

  /** The move with the events that it is about, as the subject that is left holds them. */
  public static SubjectEventRecord named(
      SubjectEventRecord log, MovedRecord moved, Collection<TimelineEntry> held) {
    if (moved.getPersonRefs().isEmpty()) {
      return log;
    }
    MovedRecord named =
        MovedRecord.newBuilder(moved)
            .setEventIds(List.copyOf(events(Set.copyOf(moved.getPersonRefs()), held)))
            .build();
    return SubjectEventRecord.newBuilder(log).setBody(named).build();
  }

  /**
   * Whether what was found stays and is looked at anew: what rests on a person who is somebody else
   * is withdrawn where it was told.
   */
  public static boolean findingsStay(MovedRecord moved) {
    return moved.getReason() == MoveReason.SPLIT;
  }

  private static Set<String> events(Set<String> persons, Collection<TimelineEntry> held) {
    Set<String> ids = new TreeSet<>();
    for (TimelineEntry entry : held) {
      if (entry instanceof TimelineEntry.Event(var event)
          && !event.whose().context()
          && persons.contains(event.whose().personRef())) {
        ids.add(event.eventId());
      }
    }
    return ids;
  }
}
