package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.safeguardinghub.kernel.calendar.WorkingCalendar;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.risk.policy.finding.Firing;
import org.safeguardinghub.risk.policy.rule.Pattern;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/** A finding while the scan goes on. */
final class Draft {
  private final Pattern pattern;
  private final String stage;
  private final List<Firing> firings = new ArrayList<>();
  private final Map<String, TimelineEvent> evidence = new TreeMap<>();
  private final Set<String> incidents = new HashSet<>();
  private Match last;
  private Severity severity;

  Draft(Pattern pattern, String stage, Instant at, Match match) {
    this.pattern = pattern;
    this.stage = stage;
    this.last = match;
    this.severity = match.severity();
    fire(at, match, Firing.RAISED);
  }

  /** It is told again. Severity never falls while a finding stands. */
  void fire(Instant at, Match match, String how) {
    severity = severity.mostUrgent(match.severity());
    last = match;
    firings.add(new Firing(at, WorkingCalendar.localDay(at), severity, how, match.evidenceIds()));
    support(match);
  }

  /** It has more evidence, and nobody is told. */
  void support(Match match) {
    match.evidence().forEach(event -> evidence.put(event.id(), event));
    incidents.addAll(match.incidentKeys());
  }

  /** Whether a match rests on something that this finding counted. Support alone joins nothing. */
  boolean shares(Match match) {
    return match.incidentKeys().stream().anyMatch(incidents::contains);
  }

  boolean countedIn(String incident) {
    return incidents.contains(incident);
  }

  Pattern pattern() {
    return pattern;
  }

  String stage() {
    return stage;
  }

  List<Firing> firings() {
    return firings;
  }

  List<TimelineEvent> evidence() {
    return evidence.values().stream().sorted(TimelineEvent.ORDER).toList();
  }

  Match last() {
    return last;
  }

  Severity severity() {
    return severity;
  }
}
