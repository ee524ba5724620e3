package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.kernel.calendar.WorkingCalendar;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.risk.policy.finding.Firing;
import org.safeguardinghub.risk.policy.rule.Pattern;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/**
 * A finding, not written yet.
 *
 * <p>It shows and counts what was told the last two times, to the lead or to the worker of an open
 * case, and what has come since; and what it was last raised or strengthened on. Older evidence
 * stays in the timeline and in what was published then: a finding that stands for years must not
 * grow with them.
 */
final class Draft {
  private final Pattern pattern;
  private final String stage;
  private final Optional<String> begunBy;
  private final String first;
  private final List<Firing> firings;
  private final List<TimelineEvent> evidence;
  private final Match last;
  private final Severity severity;

  private Draft(
      Pattern pattern,
      String stage,
      Optional<String> begunBy,
      String first,
      List<Firing> firings,
      List<TimelineEvent> evidence,
      Match last,
      Severity severity) {
    this.pattern = pattern;
    this.stage = stage;
    this.begunBy = begunBy;
    this.first = first;
    this.firings = List.copyOf(firings);
    this.evidence = List.copyOf(evidence);
    this.last = last;
    this.severity = severity;
  }

  /**
   * A finding that was told several times.
   *
   * @param first the event that it is named after
   * @param evidence in order
   * @param last what it was told on the last time
   */
  Draft(
      Pattern pattern,
      String stage,
      String first,
      List<Firing> firings,
      List<TimelineEvent> evidence,
      Match last,
      Severity severity) {
    this(pattern, stage, Optional.empty(), first, firings, evidence, last, severity);
  }

  /** A finding that is told once. */
  Draft(Pattern pattern, String stage, Instant at, Match match) {
    this(pattern, stage, at, match, Optional.empty());
  }

  /**
   * @param begunBy what tells it from others, where that is no event
   */
  Draft(Pattern pattern, String stage, Instant at, Match match, Optional<String> begunBy) {
    this(
        pattern,
        stage,
        begunBy,
        begunBy.orElseGet(match::first),
        List.of(firing(at, match, match.severity(), Firing.RAISED)),
        match.evidence(),
        match,
        match.severity());
  }

  static Firing firing(Instant at, Match match, Severity severity, String how) {
    return new Firing(
        at,
        WorkingCalendar.localDay(at),
        severity,
        how,
        List.copyOf(match.evidenceById().keySet()));
  }

  /** Whether it rests on any of these events. */
  boolean hasAny(Set<String> eventIds) {
    return hasAny(eventIds, Stretch.ALWAYS);
  }

  /** The same where all of them happened in a stretch of time. */
  boolean hasAny(Set<String> eventIds, Stretch when) {
    if (eventIds.isEmpty()) {
      return false;
    }
    for (TimelineEvent event : InTime.during(evidence, when)) {
      if (eventIds.contains(event.id())) {
        return true;
      }
    }
    return false;
  }

  /** Whether any of its firings of a day rests on one of these events. */
  boolean covers(LocalDate day, Set<String> eventIds) {
    if (day.isBefore(date()) || day.isAfter(firings.getLast().date())) {
      return false;
    }
    int low = 0;
    int high = firings.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (firings.get(middle).date().isBefore(day)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    for (int i = low; i < firings.size() && firings.get(i).date().equals(day); i++) {
      if (!Collections.disjoint(firings.get(i).evidence(), eventIds)) {
        return true;
      }
    }
    return false;
  }

  /** Whether another scan came to the same. */
  boolean sameAs(Draft other) {
    return equals(other)
        || (first.equals(other.first)
            && stage.equals(other.stage)
            && begunBy.equals(other.begunBy)
            && severity == other.severity
            && firings.size() == other.firings.size()
            && evidence.size() == other.evidence.size()
            && last.equals(other.last)
            && evidence.equals(other.evidence)
            && firings.equals(other.firings));
  }

  Pattern pattern() {
    return pattern;
  }

  String stage() {
    return stage;
  }

  /** What tells it from others: by default the first event that it was raised on. */
  String first() {
    return first;
  }

  List<Firing> firings() {
    return firings;
  }

  /** The local date of the finding. */
  LocalDate date() {
    return firings.getFirst().date();
  }

  List<TimelineEvent> evidence() {
    return evidence;
  }

  /** The last moment of which it tells. */
  Instant latest() {
    Instant told = firings.getLast().at();
    return evidence.isEmpty() ? told : InTime.later(told, evidence.getLast().at());
  }

  Match last() {
    return last;
  }

  Severity severity() {
    return severity;
  }
}
