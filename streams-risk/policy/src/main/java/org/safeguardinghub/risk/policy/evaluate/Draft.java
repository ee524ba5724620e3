package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.kernel.calendar.WorkingCalendar;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.risk.policy.finding.Firing;
import org.safeguardinghub.risk.policy.rule.Pattern;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/**
 * A finding as it was at one moment of the scan.
 *
 * <p>It shows and counts what it was told on the last two times, and what has come since. Older
 * evidence stays in the timeline and in what was published then: a finding that stands for years
 * must not grow with them.
 */
final class Draft {
  private final Pattern pattern;
  private final String stage;
  private final Optional<String> begunBy;
  private final String first;
  private final List<Firing> firings;
  private final Basket shown;
  private final Basket sinceTold;
  private final Match last;
  private final Severity severity;

  private Draft(
      Pattern pattern,
      String stage,
      Optional<String> begunBy,
      String first,
      List<Firing> firings,
      Basket shown,
      Basket sinceTold,
      Match last,
      Severity severity) {
    this.pattern = pattern;
    this.stage = stage;
    this.begunBy = begunBy;
    this.first = first;
    this.firings = firings;
    this.shown = shown;
    this.sinceTold = sinceTold;
    this.last = last;
    this.severity = severity;
  }

  Draft(Pattern pattern, String stage, Instant at, Match match) {
    this(pattern, stage, at, match, Optional.empty());
  }

  /**
   * @param begunBy what tells it from others, where that is no event
   */
  Draft(Pattern pattern, String stage, Instant at, Match match, Optional<String> begunBy) {
    this(pattern, stage, at, match, begunBy, Basket.of(match));
  }

  private Draft(
      Pattern pattern,
      String stage,
      Instant at,
      Match match,
      Optional<String> begunBy,
      Basket basket) {
    this(
        pattern,
        stage,
        begunBy,
        begunBy.orElseGet(basket::first),
        List.of(firing(at, match, match.severity(), Firing.RAISED)),
        basket,
        basket,
        match,
        match.severity());
  }

  /** What it rests on: events by their ids, and the incidents that were counted. */
  private record Basket(Map<String, TimelineEvent> events, Set<String> incidents) {
    static Basket of(Match match) {
      return new Basket(match.evidenceById(), match.incidentKeys());
    }

    Basket with(Match match) {
      Map<String, TimelineEvent> moreEvents = new HashMap<>(events);
      moreEvents.putAll(match.evidenceById());
      Set<String> moreIncidents = new HashSet<>(incidents);
      moreIncidents.addAll(match.incidentKeys());
      return new Basket(moreEvents, moreIncidents);
    }

    boolean has(Match match) {
      for (Incident incident : match.incidents()) {
        if (!incidents.contains(incident.key())) {
          return false;
        }
      }
      for (TimelineEvent event : match.evidenceById().values()) {
        if (!event.equals(events.get(event.id()))) {
          return false;
        }
      }
      return true;
    }

    /** Support may be older than what was counted, but it does not name the finding. */
    String first() {
      List<TimelineEvent> inOrder = inOrder();
      return inOrder.stream()
          .filter(event -> incidents.contains(event.incident()))
          .findFirst()
          .orElse(inOrder.getFirst())
          .id();
    }

    List<TimelineEvent> inOrder() {
      List<TimelineEvent> all = new ArrayList<>(events.values());
      all.sort(TimelineEvent.ORDER);
      return all;
    }
  }

  private static Firing firing(Instant at, Match match, Severity severity, String how) {
    return new Firing(at, WorkingCalendar.localDay(at), severity, how, match.evidenceIds());
  }

  /** It is told again. Severity never falls while a finding stands. */
  Draft fire(Instant at, Match match, String how) {
    Severity most = severity.mostUrgent(match.severity());
    List<Firing> more = new ArrayList<>(firings.size() + 1);
    more.addAll(firings);
    more.add(firing(at, match, most, how));
    return new Draft(
        pattern,
        stage,
        begunBy,
        first,
        Collections.unmodifiableList(more),
        sinceTold.with(match),
        Basket.of(match),
        match,
        most);
  }

  /** It has more evidence, and nobody is told. */
  Draft support(Match match) {
    return sinceTold.has(match)
        ? this
        : new Draft(
            pattern,
            stage,
            begunBy,
            first,
            firings,
            shown.has(match) ? shown : shown.with(match),
            sinceTold.with(match),
            last,
            severity);
  }

  /** Whether a match rests on something that this finding counted. Support alone joins nothing. */
  boolean shares(Match match) {
    for (Incident incident : match.incidents()) {
      if (shown.incidents().contains(incident.key())) {
        return true;
      }
    }
    return false;
  }

  /** Whether it rests on any of these events. */
  boolean hasAny(Set<String> eventIds) {
    return eventIds.stream().anyMatch(shown.events()::containsKey);
  }

  /** Whether another scan came to the same. */
  boolean sameAs(Draft other) {
    return equals(other)
        || (stage.equals(other.stage)
            && begunBy.equals(other.begunBy)
            && severity == other.severity
            && first.equals(other.first)
            && firings.size() == other.firings.size()
            && shown.events().size() == other.shown.events().size()
            && last.equals(other.last)
            && shown.equals(other.shown)
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
    return shown.inOrder();
  }

  Match last() {
    return last;
  }

  Severity severity() {
    return severity;
  }
}
