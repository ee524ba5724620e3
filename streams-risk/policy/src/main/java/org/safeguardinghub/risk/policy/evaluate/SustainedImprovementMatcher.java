package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.risk.policy.finding.Deadline;
import org.safeguardinghub.risk.policy.finding.FindingIds;
import org.safeguardinghub.risk.policy.rule.LifeRule.SustainedImprovement;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/**
 * Protective events of several families and no concern for a long time. The last concern may leave
 * the window while nothing arrives, so this rule has a clock too.
 */
final class SustainedImprovementMatcher implements Matcher {
  private final Scan scan;
  private final SustainedImprovement rule;
  private final String pattern;
  private final List<TimelineEvent> good;
  private final List<TimelineEvent> sightings;
  private final List<TimelineEvent> concerns;

  SustainedImprovementMatcher(Scan scan, SustainedImprovement rule, String pattern) {
    this.scan = scan;
    this.rule = rule;
    this.pattern = pattern;
    this.good = scan.about(scan.protective().and(event -> !event.echo()));
    this.sightings = scan.about(Scan.of(rule.sighting()).and(event -> !event.echo()));
    this.concerns = scan.counting(event -> event.level() >= rule.minLevel());
  }

  @Override
  public boolean grows() {
    return true;
  }

  @Override
  public SortedSet<Instant> moments(Stretch when) {
    SortedSet<Instant> moments = InTime.moments(when, good);
    // Where the child was seen shortly before, seeing it again makes nothing new true.
    for (TimelineEvent seen : InTime.during(sightings, when)) {
      Instant at = seen.at();
      if (InTime.within(sightings, at, rule.sightingDays()).getFirst().at().equals(at)) {
        moments.add(at);
      }
    }
    Stretch come = new Stretch(when.from(), InTime.earlier(when.until(), scan.now()));
    for (TimelineEvent concern : InTime.during(concerns, come.earlier(rule.threshold().window()))) {
      Instant quiet = quietAt(concern);
      if (come.holds(quiet) && !scan.timeline().waived(() -> deadlineId(concern))) {
        moments.add(quiet);
      }
    }
    return moments;
  }

  /** From then on the concern is no longer within the window. */
  private Instant quietAt(TimelineEvent concern) {
    return concern.at().plus(rule.threshold().window());
  }

  @Override
  public Instant reach(TimelineEvent changed) {
    return InTime.after(changed, rule.threshold().days(), rule.sightingDays());
  }

  @Override
  public Optional<Match> at(Instant moment) {
    List<TimelineEvent> seen = InTime.within(sightings, moment, rule.sightingDays());
    if (seen.isEmpty() || !InTime.within(concerns, moment, rule.threshold().window()).isEmpty()) {
      return Optional.empty();
    }
    List<Incident> recent = Scan.incidents(InTime.within(good, moment, rule.threshold().window()));
    Set<OriginFamily> families = Incident.families(recent);
    if (recent.size() < rule.threshold().incidents() || families.size() < rule.families()) {
      return Optional.empty();
    }
    Map<String, String> values =
        Map.of(
            "days", Integer.toString(rule.threshold().days()),
            "minLevel", Integer.toString(rule.minLevel()),
            "seen", Words.day(seen.getLast().at()));
    return Optional.of(
        new Match("improved", recent, List.of(seen.getLast()), rule.severity(), values, Set.of()));
  }

  /** Moments at which, if nothing arrives, the last concern will be long enough ago. */
  @Override
  public List<Deadline> deadlines() {
    List<Deadline> pending = new ArrayList<>();
    // After an earlier one it cannot become quiet before the last one.
    for (TimelineEvent concern : InTime.lastOf(concerns)) {
      Instant quiet = quietAt(concern);
      if (quiet.isAfter(scan.now()) && at(quiet).isPresent()) {
        String id = deadlineId(concern);
        if (!scan.timeline().waived(() -> id)) {
          pending.add(Deadline.of(id, pattern, concern.id(), quiet));
        }
      }
    }
    return pending;
  }

  private String deadlineId(TimelineEvent concern) {
    return FindingIds.deadline(pattern, scan.timeline().subject(), concern.id());
  }
}
