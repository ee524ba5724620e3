package org.safeguardinghub.risk.policy.evaluate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.risk.policy.rule.LifeRule.IncidentRun;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/** Incidents of one kind that go on over time. */
final class IncidentRunMatcher implements Matcher {
  private final IncidentRun rule;
  private final List<TimelineEvent> events;
  private final LoweringWords lowering;

  IncidentRunMatcher(Scan scan, IncidentRun rule) {
    this.rule = rule;
    this.lowering = new LoweringWords(scan, rule.lowered());
    this.events = scan.counting(Scan.any(rule.incidents()));
  }

  @Override
  public boolean grows() {
    return true;
  }

  @Override
  public SortedSet<Instant> moments(Stretch when) {
    return InTime.moments(when, events);
  }

  @Override
  public Instant reach(TimelineEvent changed) {
    return InTime.after(changed, rule.threshold().days(), lowering.days());
  }

  @Override
  public Optional<Match> at(Instant moment) {
    List<Incident> incidents =
        Scan.incidents(InTime.within(events, moment, rule.threshold().window()));
    if (incidents.size() < rule.threshold().incidents()) {
      return Optional.empty();
    }
    Set<OriginFamily> families = Incident.families(incidents);
    Duration span = Duration.between(incidents.getFirst().at(), incidents.getLast().at());
    if (families.size() < rule.families() || span.compareTo(Duration.ofDays(rule.spanDays())) < 0) {
      return Optional.empty();
    }
    Severity severity = lowering.at(moment).orElse(rule.severity());
    Map<String, String> values =
        Map.of(
            "days", Integer.toString(rule.threshold().days()),
            "spanDays", Long.toString(span.toDays()));
    return Optional.of(Match.of("run", incidents, severity, values));
  }
}
