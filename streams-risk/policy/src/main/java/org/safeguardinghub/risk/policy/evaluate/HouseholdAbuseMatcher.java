package org.safeguardinghub.risk.policy.evaluate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.risk.policy.rule.PatternRule.HouseholdAbuse;
import org.safeguardinghub.risk.policy.rule.Threshold;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/** Domestic abuse that repeats or rises in a household. */
final class HouseholdAbuseMatcher implements Matcher {
  private final Scan scan;
  private final HouseholdAbuse rule;
  private final List<TimelineEvent> abuse;
  private final List<TimelineEvent> rearming;
  private final List<TimelineEvent> pregnancies;

  HouseholdAbuseMatcher(Scan scan, HouseholdAbuse rule) {
    this.scan = scan;
    this.rule = rule;
    this.abuse = scan.counting(Scan.of(rule.incidents()));
    this.rearming = scan.own(Scan.of(rule.rearm()));
    this.pregnancies = scan.pregnancies(rule.pregnancy());
  }

  @Override
  public boolean grows() {
    return true;
  }

  @Override
  public SortedSet<Instant> moments(Stretch when) {
    return InTime.moments(when, abuse, rearming, pregnancies);
  }

  @Override
  public Instant reach(TimelineEvent changed) {
    Instant counted =
        InTime.after(
            changed,
            rule.repeated().days(),
            rule.infant().days(),
            rule.riseDays(),
            rule.clustered().days(),
            rule.pregnancyDays());
    // A word on who is away holds until the next one.
    Instant word =
        InTime.earlier(InTime.next(abuse, changed.at()), InTime.next(rearming, changed.at()));
    return InTime.later(counted, word);
  }

  @Override
  public Optional<Match> at(Instant moment) {
    return met("repeated", moment, rule.repeated())
        .or(() -> met("infant", moment, rule.infant()).filter(_ -> infantOrPregnancy(moment)))
        .or(() -> rising(moment))
        .or(() -> met("clustered", moment, rule.clustered()));
  }

  private Optional<Match> met(String clause, Instant moment, Threshold threshold) {
    List<Incident> incidents = Scan.incidents(InTime.within(abuse, moment, threshold.window()));
    return incidents.size() < threshold.incidents()
        ? Optional.empty()
        : Optional.of(match(clause, incidents, moment, threshold.days()));
  }

  private Optional<Match> rising(Instant moment) {
    List<Incident> incidents =
        Scan.incidents(InTime.within(abuse, moment, Duration.ofDays(rule.riseDays())));
    int lowest = Integer.MAX_VALUE;
    boolean risen = false;
    for (Incident incident : incidents) {
      int grade = grade(incident);
      if (grade > 0) {
        risen |= grade > lowest;
        lowest = Math.min(lowest, grade);
      }
    }
    return risen
        ? Optional.of(match("rising", incidents, moment, rule.riseDays()))
        : Optional.empty();
  }

  private Match match(String clause, List<Incident> incidents, Instant moment, int days) {
    return new Match(
        clause,
        incidents,
        completing(moment),
        severity(incidents, moment),
        Map.of("days", Integer.toString(days)),
        Set.of());
  }

  // What makes it complete or worse at this moment without being an incident: a pregnancy, a
  // birth, a release.
  private List<TimelineEvent> completing(Instant moment) {
    List<TimelineEvent> now = new ArrayList<>();
    now.addAll(InTime.during(rearming, Stretch.of(moment)));
    now.addAll(InTime.during(pregnancies, Stretch.of(moment)));
    return now;
  }

  private Severity severity(List<Incident> incidents, Instant moment) {
    if (away(moment)) {
      return rule.lowered();
    }
    boolean high =
        incidents.stream()
            .anyMatch(
                incident ->
                    grade(incident) >= rule.highGrade()
                        || rule.markers().stream().anyMatch(incident::flag));
    return high ? rule.raised() : rule.severity();
  }

  /**
   * The latest word on it holds: an incident or a release that does not say so means that nobody is
   * away.
   */
  private boolean away(Instant moment) {
    return Stream.concat(
            InTime.lastUpTo(abuse, moment).stream(), InTime.lastUpTo(rearming, moment).stream())
        .max(TimelineEvent.ORDER)
        .map(event -> event.flag(rule.away()))
        .orElse(false);
  }

  private int grade(Incident incident) {
    return incident.events().stream()
        .mapToInt(event -> rule.grades().getOrDefault(event.type(), 0))
        .max()
        .orElse(0);
  }

  private boolean infantOrPregnancy(Instant moment) {
    return YoungChildren.present(
        scan, moment, rule.infantUnderMonths(), pregnancies, rule.pregnancyDays());
  }
}
