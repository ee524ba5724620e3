package org.safeguardinghub.risk.policy.evaluate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/** Looks for events by their moments, in lists that are in order. */
final class InTime {
  private InTime() {}

  /** Those within the half-open window that ends with a moment: {@code (t - length, t]}. */
  static List<TimelineEvent> within(List<TimelineEvent> events, Instant end, Duration length) {
    return events.subList(firstAfter(events, end.minus(length)), firstAfter(events, end));
  }

  // The events are in order, and a scan asks for a window at every one of them. Mostly the last
  // one is asked for.
  static int firstAfter(List<TimelineEvent> events, Instant moment) {
    int low = 0;
    int high = events.size();
    if (high == 0 || !events.get(high - 1).at().isAfter(moment)) {
      return high;
    }
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (events.get(middle).at().isAfter(moment)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  static List<TimelineEvent> within(List<TimelineEvent> events, Instant end, int days) {
    return within(events, end, Duration.ofDays(days));
  }

  /** Those of a stretch of time. */
  static List<TimelineEvent> during(List<TimelineEvent> events, Stretch when) {
    return events.subList(firstFrom(events, when.from()), firstAfter(events, when.until()));
  }

  /** The moments of a stretch at which any of the events happened. */
  @SafeVarargs
  static SortedSet<Instant> moments(Stretch when, List<TimelineEvent>... events) {
    SortedSet<Instant> moments = new TreeSet<>();
    for (List<TimelineEvent> some : events) {
      for (TimelineEvent event : during(some, when)) {
        moments.add(event.at());
      }
    }
    return moments;
  }

  /** The end of the longest of some windows of so many days that begin with an event. */
  static Instant after(TimelineEvent event, int... days) {
    int longest = 0;
    for (int some : days) {
      longest = Math.max(longest, some);
    }
    return event.at().plus(Duration.ofDays(longest));
  }

  /** When the first of the events after a moment happened; never, if there is none. */
  static Instant next(List<TimelineEvent> events, Instant moment) {
    int after = firstAfter(events, moment);
    return after < events.size() ? events.get(after).at() : Instant.MAX;
  }

  static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /** Where those begin that happened at a moment or later. */
  static int firstFrom(List<TimelineEvent> events, Instant moment) {
    int low = 0;
    int high = events.size();
    if (high == 0 || events.get(high - 1).at().isBefore(moment)) {
      return high;
    }
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (events.get(middle).at().isBefore(moment)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Those of the last moment. */
  static List<TimelineEvent> lastOf(List<TimelineEvent> events) {
    return events.isEmpty()
        ? List.of()
        : events.subList(firstFrom(events, events.getLast().at()), events.size());
  }

  /** The last of them before a moment. */
  static Optional<TimelineEvent> lastBefore(List<TimelineEvent> events, Instant moment) {
    int first = firstFrom(events, moment);
    return first == 0 ? Optional.empty() : Optional.of(events.get(first - 1));
  }

  /** The last of them up to a moment. */
  static Optional<TimelineEvent> lastUpTo(List<TimelineEvent> events, Instant moment) {
    int after = firstAfter(events, moment);
    return after == 0 ? Optional.empty() : Optional.of(events.get(after - 1));
  }
}
