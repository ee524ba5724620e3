package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.util.ArrayList;
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

/** A finding as it was at one moment of the scan. */
final class Draft {
  private final Pattern pattern;
  private final String stage;
  private final Optional<String> begunBy;
  private final List<Firing> firings;
  private final Map<String, TimelineEvent> evidence;
  private final Set<String> incidents;
  private final Match last;
  private final Severity severity;

  private Draft(
      Pattern pattern,
      String stage,
      Optional<String> begunBy,
      List<Firing> firings,
      Map<String, TimelineEvent> evidence,
      Set<String> incidents,
      Match last,
      Severity severity) {
    this.pattern = pattern;
    this.stage = stage;
    this.begunBy = begunBy;
    this.firings = List.copyOf(firings);
    this.evidence = evidence;
    this.incidents = incidents;
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
    this(
        pattern,
        stage,
        begunBy,
        List.of(firing(at, match, match.severity(), Firing.RAISED)),
        match.evidenceById(),
        match.incidentKeys(),
        match,
        match.severity());
  }

  private static Firing firing(Instant at, Match match, Severity severity, String how) {
    return new Firing(at, WorkingCalendar.localDay(at), severity, how, match.evidenceIds());
  }

  /** It is told again. Severity never falls while a finding stands. */
  Draft fire(Instant at, Match match, String how) {
    Severity most = severity.mostUrgent(match.severity());
    List<Firing> more = new ArrayList<>(firings);
    more.add(firing(at, match, most, how));
    return new Draft(
        pattern, stage, begunBy, more, evidenceWith(match), incidentsWith(match), match, most);
  }

  /** It has more evidence, and nobody is told. */
  Draft support(Match match) {
    return has(match)
        ? this
        : new Draft(
            pattern,
            stage,
            begunBy,
            firings,
            evidenceWith(match),
            incidentsWith(match),
            last,
            severity);
  }

  private boolean has(Match match) {
    for (Incident incident : match.incidents()) {
      if (!incidents.contains(incident.key())) {
        return false;
      }
    }
    for (TimelineEvent event : match.evidenceById().values()) {
      if (!event.equals(evidence.get(event.id()))) {
        return false;
      }
    }
    return true;
  }

  private Map<String, TimelineEvent> evidenceWith(Match match) {
    Map<String, TimelineEvent> all = new HashMap<>(evidence);
    all.putAll(match.evidenceById());
    return all;
  }

  private Set<String> incidentsWith(Match match) {
    Set<String> all = new HashSet<>(incidents);
    all.addAll(match.incidentKeys());
    return all;
  }

  /** Whether a match rests on something that this finding counted. Support alone joins nothing. */
  boolean shares(Match match) {
    for (Incident incident : match.incidents()) {
      if (incidents.contains(incident.key())) {
        return true;
      }
    }
    return false;
  }

  boolean countedIn(String incident) {
    return incidents.contains(incident);
  }

  /** Whether it rests on any of these events. */
  boolean hasAny(Set<String> eventIds) {
    return eventIds.stream().anyMatch(evidence::containsKey);
  }

  /** Whether another scan came to the same. */
  boolean sameAs(Draft other) {
    return equals(other)
        || (stage.equals(other.stage)
            && begunBy.equals(other.begunBy)
            && severity == other.severity
            && firings.equals(other.firings)
            && evidence.equals(other.evidence)
            && incidents.equals(other.incidents)
            && last.equals(other.last));
  }

  Pattern pattern() {
    return pattern;
  }

  String stage() {
    return stage;
  }

  Optional<String> begunBy() {
    return begunBy;
  }

  List<Firing> firings() {
    return firings;
  }

  List<TimelineEvent> evidence() {
    List<TimelineEvent> all = new ArrayList<>(evidence.values());
    all.sort(TimelineEvent.ORDER);
    return all;
  }

  Match last() {
    return last;
  }

  Severity severity() {
    return severity;
  }
}
