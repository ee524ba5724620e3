package org.safeguardinghub.risk.policy.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.safeguardinghub.kernel.subject.SubjectRef;

/**
 * Who belongs to a subject: a person alone; to a household, a place or a setting whom its events
 * name, and who is said to have joined it and not left.
 */
final class Membership {
  private final SubjectRef subject;
  private final List<TimelineEntry.HouseholdMember> said;
  private final Set<String> named = new TreeSet<>();

  Membership(
      SubjectRef subject, List<TimelineEntry.HouseholdMember> said, List<TimelineEvent> events) {
    this.subject = subject;
    this.said = said;
    if (severalMayBelong()) {
      events.forEach(event -> named.addAll(event.sent().whose().children()));
    }
  }

  /** The same beside other events. */
  Membership beside(List<TimelineEvent> events) {
    return new Membership(subject, said, events);
  }

  /** Whether an event names nobody who would be new here. */
  boolean knowsAllOf(AttributedEvent event) {
    return !severalMayBelong() || named.containsAll(event.whose().children());
  }

  /** Whether the events of both name the same children. */
  boolean namesWhom(Membership other) {
    return named.equals(other.named);
  }

  /** The children who belong at a moment. */
  Set<String> at(Instant moment) {
    return switch (subject.scope()) {
      case CHILD, UNBORN, ADULT -> Set.of(subject.ref());
      case HOUSEHOLD, PLACE, SETTING, ROLE, FEED -> severalAt(moment);
    };
  }

  private Set<String> severalAt(Instant moment) {
    Set<String> present = new TreeSet<>(named);
    for (TimelineEntry.HouseholdMember member : said) {
      Instant until = member.until();
      Instant from = member.from();
      if (until != null && !moment.isBefore(until)) {
        present.remove(member.child());
      } else if (from == null || !moment.isBefore(from)) {
        present.add(member.child());
      }
    }
    return present;
  }

  private boolean severalMayBelong() {
    return switch (subject.scope()) {
      case CHILD, UNBORN, ADULT, ROLE, FEED -> false;
      case HOUSEHOLD, PLACE, SETTING -> true;
    };
  }
}
