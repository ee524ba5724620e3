package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.risk.policy.rule.PatternRule.SeveralFamilies;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/** Incidents of several agency families within one window. */
final class SeveralFamiliesMatcher implements Matcher {
  private final SeveralFamilies rule;
  private final List<TimelineEvent> concerns;
  private final List<TimelineEvent> progress;

  SeveralFamiliesMatcher(Scan scan, SeveralFamilies rule) {
    this.rule = rule;
    this.concerns = scan.counting(event -> event.level() >= rule.minLevel());
    this.progress = scan.about(Scan.of(rule.progress()));
  }

  @Override
  public boolean grows() {
    return true;
  }

  @Override
  public SortedSet<Instant> moments(Stretch when) {
    return InTime.moments(when, concerns);
  }

  @Override
  public Instant reach(TimelineEvent changed) {
    return InTime.after(changed, rule.threshold().days(), rule.progressDays());
  }

  @Override
  public Optional<Match> at(Instant moment) {
    List<TimelineEvent> within = InTime.within(concerns, moment, rule.threshold().window());
    if (within.size() < rule.threshold().incidents()) {
      return Optional.empty();
    }
    List<Incident> incidents = Scan.incidents(within);
    Set<OriginFamily> families = Incident.families(incidents);
    if (incidents.size() < rule.threshold().incidents() || families.size() < rule.families()) {
      return Optional.empty();
    }
    Map<String, String> values =
        Map.of(
            "days", Integer.toString(rule.threshold().days()),
            "minLevel", Integer.toString(rule.minLevel()));
    return Optional.of(Match.of("several", incidents, severity(incidents, moment), values));
  }

  private Severity severity(List<Incident> incidents, Instant moment) {
    if (!InTime.within(progress, moment, rule.progressDays()).isEmpty()) {
      return rule.lowered();
    }
    Set<OriginFamily> high = EnumSet.noneOf(OriginFamily.class);
    for (Incident incident : incidents) {
      if (incident.level() >= rule.raisedLevel()) {
        high.add(incident.origin());
      }
    }
    return high.size() >= rule.raisedFamilies() ? rule.raised() : rule.severity();
  }
}
