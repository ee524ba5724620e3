package org.safeguardinghub.risk.policy.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.safeguardinghub.kernel.event.Severity;

/** What the later patterns ask alike: windows, moments, and the ends of periods. */
final class Windows {
  private Windows() {}

  /** {@code (moment - days, moment]} in days of 24 hours. */
  static boolean inside(Instant at, Instant moment, int days) {
    return !at.isAfter(moment) && at.isAfter(moment.minus(Duration.ofDays(days)));
  }

  static List<NaiveEvent> inside(Collection<NaiveEvent> events, Instant moment, int days) {
    return events.stream().filter(event -> inside(event.at(), moment, days)).toList();
  }

  static Set<Instant> moments(Collection<NaiveEvent> events) {
    Set<Instant> moments = new TreeSet<>();
    events.forEach(event -> moments.add(event.at()));
    return moments;
  }

  static Optional<NaiveMatch> hit(Collection<NaiveEvent> events, Severity severity) {
    return events.isEmpty()
        ? Optional.empty()
        : Optional.of(new NaiveMatch(severity, List.copyOf(events)));
  }

  static List<NaiveFinding> told(
      String pattern, Set<Instant> moments, Function<Instant, Optional<NaiveMatch>> rule) {
    return new NaiveRefire(pattern, rule).overMoments(moments);
  }

  /** The close of the n-th working day after a moment: what happens then is too late. */
  static Instant close(Instant moment, int workingDays) {
    return NaiveDays.close(NaiveDays.workingDaysAfter(moment, workingDays));
  }

  /** A finding about a period that ended at a close bears the day that ended. */
  static Instant lastOf(Instant close) {
    return close.minusMillis(1);
  }

  /** In time: from the trigger on and before the close. */
  static boolean between(NaiveEvent event, Instant from, Instant close) {
    return !event.at().isBefore(from) && event.at().isBefore(close);
  }

  /**
   * Several events of one thing that is counted, such as a dwelling, count as one incident, and its
   * family is that of the first.
   */
  static NaiveEvent as(String thing, NaiveEvent event, NaiveEvent first) {
    return new NaiveEvent(
        event.sent(),
        event.type(),
        event.level(),
        thing,
        first.family(),
        event.echo(),
        event.readable(),
        event.counts());
  }
}
