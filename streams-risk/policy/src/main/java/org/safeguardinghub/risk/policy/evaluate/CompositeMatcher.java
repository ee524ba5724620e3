package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.risk.policy.rule.EventSelector;
import org.safeguardinghub.risk.policy.rule.ExploitationRule.Composite;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/** A child who is away, and several kinds of signs of what happens there. */
final class CompositeMatcher implements Matcher {
  private final Scan scan;
  private final Composite rule;
  private final OpenPlans plans;
  private final List<TimelineEvent> away;
  private final List<TimelineEvent> signs;
  private final List<TimelineEvent> raising;

  CompositeMatcher(Scan scan, Composite rule) {
    this.scan = scan;
    this.rule = rule;
    this.plans = new OpenPlans(scan, rule.plan());
    this.away = scan.counting(Scan.of(rule.away()));
    this.signs = scan.counting(Scan.any(signs(rule)).and(event -> !Scan.is(rule.away(), event)));
    this.raising = scan.counting(Scan.any(rule.raisedBy()).and(this::raises));
  }

  private static List<EventSelector> signs(Composite rule) {
    return rule.signs().stream().flatMap(sign -> sign.events().stream()).toList();
  }

  private static List<String> kinds(List<Composite.Sign> signs, TimelineEvent event) {
    return signs.stream()
        .filter(sign -> Scan.isAny(sign.events(), event))
        .map(Composite.Sign::words)
        .toList();
  }

  // An exception speaks of its own types: whatever else such a report tells of still raises.
  private boolean raises(TimelineEvent event) {
    return rule.raisedBy().stream()
        .filter(raising -> Scan.is(raising, event))
        .anyMatch(
            raising ->
                rule.notRaisedBy()
                    .filter(except -> except.codes().containsAll(raising.codes()))
                    .filter(except -> Scan.is(except, event))
                    .isEmpty());
  }

  @Override
  public boolean grows() {
    return true;
  }

  @Override
  public SortedSet<Instant> moments(Stretch when) {
    return InTime.moments(when, away, signs, raising);
  }

  @Override
  public boolean ledAt(Instant moment) {
    return plans.ledAt(moment);
  }

  @Override
  public Instant reach(TimelineEvent changed) {
    return InTime.later(InTime.after(changed, rule.days()), plans.reach(changed));
  }

  @Override
  public Optional<Match> at(Instant moment) {
    List<TimelineEvent> gone = InTime.within(away, moment, rule.days());
    List<TimelineEvent> seen = InTime.within(signs, moment, rule.days());
    Map<String, TimelineEvent> firstOfKind = new LinkedHashMap<>();
    seen.forEach(
        event -> kinds(rule.signs(), event).forEach(kind -> firstOfKind.putIfAbsent(kind, event)));
    if (gone.isEmpty() || firstOfKind.size() < rule.kinds() || under(rule.fromYears(), moment)) {
      return Optional.empty();
    }
    List<TimelineEvent> all = new ArrayList<>(gone);
    all.addAll(seen);
    all.sort(TimelineEvent.ORDER);
    List<Incident> incidents = Scan.incidents(all);
    Set<OriginFamily> families = Incident.families(incidents);
    if (families.size() < rule.families()) {
      return Optional.empty();
    }
    List<TimelineEvent> support = new ArrayList<>(firstOfKind.values());
    List<TimelineEvent> worse = InTime.within(raising, moment, rule.days());
    support.addAll(worse);
    Match match =
        new Match(
            "composite",
            incidents,
            support,
            severity(worse, moment),
            values(firstOfKind.keySet()),
            Set.of());
    return Optional.of(scan.withAge(match));
  }

  private Severity severity(List<TimelineEvent> worse, Instant moment) {
    return worse.isEmpty() && !under(rule.raisedUnderYears(), moment)
        ? rule.severity()
        : rule.raised();
  }

  private boolean under(int years, Instant moment) {
    return scan.youngerThan(scan.child(), years, moment);
  }

  // In the order of the policy, whatever was reported first.
  private Map<String, String> values(Set<String> kinds) {
    List<String> words =
        rule.signs().stream().map(Composite.Sign::words).filter(kinds::contains).toList();
    return Map.of(
        "days", Integer.toString(rule.days()),
        "kinds", Integer.toString(words.size()),
        "signs", String.join("; ", words),
        "years", Integer.toString(rule.raisedUnderYears()));
  }
}
