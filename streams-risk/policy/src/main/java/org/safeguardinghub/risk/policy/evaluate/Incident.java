package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/**
 * The counting events of one incident that a rule chose within its window. What is counted is this,
 * never messages.
 *
 * @param key equal for all events of the incident
 * @param events in order; never empty
 */
record Incident(String key, List<TimelineEvent> events) {
  Incident {
    events = List.copyOf(events);
  }

  /** The event that stands for it as evidence. */
  TimelineEvent first() {
    return events.getFirst();
  }

  Instant at() {
    return first().at();
  }

  /** The agency families that first told of them. */
  static Set<OriginFamily> families(Collection<Incident> incidents) {
    Set<OriginFamily> families = EnumSet.noneOf(OriginFamily.class);
    incidents.forEach(incident -> families.add(incident.origin()));
    return families;
  }

  int level() {
    int level = 0;
    for (TimelineEvent event : events) {
      level = Math.max(level, event.level());
    }
    return level;
  }

  OriginFamily origin() {
    return first().originFamily();
  }

  boolean flag(String attribute) {
    return events.stream().anyMatch(event -> event.flag(attribute));
  }
}
