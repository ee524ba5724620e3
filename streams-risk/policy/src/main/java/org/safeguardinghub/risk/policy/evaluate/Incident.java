package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/**
 * The counting events of one incident that a rule chose within its window. What is counted is this,
 * never messages.
 */
final class Incident {
  private final String key;
  private final List<TimelineEvent> events;
  // Every match of a window asks for it again.
  private final TimelineEvent first;
  private final int level;

  /**
   * @param key equal for all events of the incident
   * @param events in order; never empty
   */
  Incident(String key, List<TimelineEvent> events) {
    this.key = key;
    this.events = List.copyOf(events);
    this.first = this.events.getFirst();
    this.level = highest(this.events);
  }

  private static int highest(List<TimelineEvent> events) {
    int level = events.getFirst().level();
    for (int i = 1; i < events.size(); i++) {
      level = Math.max(level, events.get(i).level());
    }
    return level;
  }

  /** What one event alone tells of. */
  static Incident of(TimelineEvent event) {
    return new Incident(event.incident(), List.of(event));
  }

  String key() {
    return key;
  }

  List<TimelineEvent> events() {
    return events;
  }

  /** The event that stands for it as evidence. */
  TimelineEvent first() {
    return first;
  }

  Instant at() {
    return first().at();
  }

  /** The agency families that first told of them. */
  static Set<OriginFamily> families(Collection<Incident> incidents) {
    Set<OriginFamily> families = EnumSet.noneOf(OriginFamily.class);
    for (Incident incident : incidents) {
      families.add(incident.origin());
    }
    return families;
  }

  /** The highest level that was told of it. */
  int level() {
    return level;
  }

  OriginFamily origin() {
    return first().originFamily();
  }

  /** Whether it begins with the same event, and is the same. */
  @SuppressWarnings("ReferenceEquality") // Another object is looked at closely.
  boolean sameAs(Incident other) {
    return this == other || (first == other.first && key.equals(other.key));
  }

  /** Whether it began earlier. */
  @SuppressWarnings("ReferenceEquality") // As above.
  boolean isBefore(Incident other) {
    return this != other
        && first != other.first
        && TimelineEvent.ORDER.compare(first, other.first) < 0;
  }

  boolean flag(String attribute) {
    return events.stream().anyMatch(event -> event.flag(attribute));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Incident incident
            && key.equals(incident.key)
            && events.equals(incident.events));
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }

  @Override
  public String toString() {
    return key + ' ' + events;
  }
}
