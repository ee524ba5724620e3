package org.safeguardinghub.risk.policy.evaluate;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.safeguardinghub.risk.policy.rule.HarmRule.PublicConcern;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/** Several callers tell of different things, whatever came of it. */
final class PublicConcernMatcher implements Matcher {
  private final PublicConcern rule;
  private final List<TimelineEvent> concerns;
  private final Remarks remarks;

  PublicConcernMatcher(Scan scan, PublicConcern rule) {
    this.rule = rule;
    this.concerns = scan.counting(Scan.of(rule.concerns()));
    this.remarks = new Remarks(rule.remarks(), scan::own);
  }

  @Override
  public boolean grows() {
    return true;
  }

  @Override
  public Duration looksAhead() {
    return remarks.looksAhead();
  }

  @Override
  public SortedSet<Instant> moments(Stretch when) {
    return InTime.moments(when, concerns);
  }

  @Override
  public Instant reach(TimelineEvent changed) {
    return InTime.after(changed, rule.threshold().days(), remarks.days());
  }

  @Override
  public Optional<Match> at(Instant moment) {
    List<TimelineEvent> recent = InTime.within(concerns, moment, rule.threshold().window());
    List<Incident> incidents = Scan.incidents(recent);
    Set<Object> known = new HashSet<>();
    Set<String> unnamed = new HashSet<>();
    for (TimelineEvent event : recent) {
      Object caller = event.sent().attributes().get(rule.caller());
      if (caller != null) {
        known.add(caller);
      } else {
        unnamed.add(event.incident());
      }
    }
    int enough = rule.threshold().incidents();
    // Somebody of whom nothing is known is taken for another caller, and the text says so.
    int callers = known.size() + unnamed.size();
    if (incidents.size() < enough || callers < enough) {
      return Optional.empty();
    }
    return Optional.of(
        new Match(
            known.size() >= enough ? "callers" : "unnamed",
            incidents,
            remarks.support(moment),
            rule.severity(),
            Map.of(
                "days", Integer.toString(rule.threshold().days()),
                "callers", Integer.toString(callers),
                "remarks", remarks.words(moment)),
            Set.of()));
  }
}
