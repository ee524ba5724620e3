package org.safeguardinghub.risk.policy.evaluate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.kernel.event.SubjectRole;
import org.safeguardinghub.kernel.subject.Scope;
import org.safeguardinghub.risk.policy.rule.ExploitationRule.Cluster;
import org.safeguardinghub.risk.policy.rule.ExploitationRule.Cluster.Count;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/** Reports that gather at one place, in one setting or about one child. */
final class ClusterMatcher implements Matcher {
  private final Scan scan;
  private final Cluster rule;
  private final OpenPlans plans;
  private final IdentityHashMap<Count, List<TimelineEvent>> chosen = new IdentityHashMap<>();

  ClusterMatcher(Scan scan, Cluster rule) {
    this.scan = scan;
    this.rule = rule;
    this.plans = new OpenPlans(scan, rule.plan());
    for (Count count : rule.counts()) {
      boolean applies =
          count.scopes().contains(scope())
              && !rule.excluded().contains(scan.timeline().subject().ref());
      chosen.put(count, applies ? scan.counting(event -> counts(count, event)) : List.of());
    }
  }

  private Scope scope() {
    return scan.timeline().subject().scope();
  }

  private boolean counts(Count count, TimelineEvent event) {
    return event.level() >= count.minLevel()
        && (count.events().isEmpty() || Scan.isAny(count.events(), event))
        && scan.policy().countingRoles().contains(event.sent().role());
  }

  @Override
  public boolean grows() {
    return true;
  }

  @Override
  public SortedSet<Instant> moments(Stretch when) {
    SortedSet<Instant> moments = new TreeSet<>();
    chosen.values().forEach(events -> moments.addAll(InTime.moments(when, events)));
    return moments;
  }

  @Override
  public boolean ledAt(Instant moment) {
    return plans.ledAt(moment);
  }

  @Override
  public Instant reach(TimelineEvent changed) {
    int longest =
        rule.counts().stream().mapToInt(count -> count.threshold().days()).max().orElse(0);
    // What was usual is counted before the window.
    return InTime.later(InTime.after(changed, longest + rule.usualDays()), plans.reach(changed));
  }

  @Override
  public Optional<Match> at(Instant moment) {
    return rule.counts().stream().flatMap(count -> met(count, moment).stream()).reduce(Match::and);
  }

  private Optional<Match> met(Count count, Instant moment) {
    List<TimelineEvent> events = InTime.within(events(count), moment, count.threshold().window());
    SortedSet<TimelineEvent> enough = new TreeSet<>(TimelineEvent.ORDER);
    int most = 0;
    for (List<TimelineEvent> group : groups(count, events)) {
      if (enough(count, group)) {
        enough.addAll(group);
        most = Math.max(most, Scan.incidents(group).size());
      }
    }
    return enough.isEmpty()
        ? Optional.empty()
        : Optional.of(match(count, List.copyOf(enough), most, moment));
  }

  private List<TimelineEvent> events(Count count) {
    return chosen.getOrDefault(count, List.of());
  }

  private List<List<TimelineEvent>> groups(Count count, List<TimelineEvent> events) {
    if (count.same() == Cluster.Same.NOBODY) {
      return List.of(events);
    }
    Map<String, List<TimelineEvent>> groups = new TreeMap<>();
    for (TimelineEvent event : events) {
      for (String person : common(count, event)) {
        groups.computeIfAbsent(person, _ -> new ArrayList<>()).add(event);
      }
    }
    return List.copyOf(groups.values());
  }

  private Set<String> common(Count count, TimelineEvent event) {
    boolean alleged = event.sent().role() == SubjectRole.ALLEGED;
    return switch (count.same()) {
      case NOBODY -> Set.of();
      case CHILD -> children(event);
      case ALLEGED -> alleged ? children(event) : named(event);
    };
  }

  // A child's own timeline is about that child. Who harmed it is another's matter there.
  private Set<String> named(TimelineEvent event) {
    return scope() != Scope.CHILD
            && event.sent().attributes().get(rule.allegedAttribute()) instanceof String ref
        ? Set.of("ref:" + ref)
        : Set.of();
  }

  private Set<String> children(TimelineEvent event) {
    return scope() == Scope.CHILD ? Set.of(scan.child()) : event.sent().whose().children();
  }

  private boolean enough(Count count, List<TimelineEvent> events) {
    Set<String> children = new HashSet<>();
    Set<OriginFamily> families = new HashSet<>();
    Set<String> authorities = new HashSet<>();
    for (TimelineEvent event : events) {
      if (!children(event).isEmpty()) {
        children.addAll(children(event));
        families.add(event.originFamily());
        if (event.sent().attributes().get(rule.authorityAttribute()) instanceof String authority) {
          authorities.add(authority);
        }
      }
    }
    return Scan.incidents(events).size() >= count.threshold().incidents()
        && children.size() >= count.children()
        && (families.size() >= count.families()
            || (count.authorities() > 0 && authorities.size() >= count.authorities()));
  }

  private Match match(Count count, List<TimelineEvent> events, int most, Instant moment) {
    Set<String> children = new HashSet<>();
    Set<String> seen = new HashSet<>();
    List<TimelineEvent> eachChild = new ArrayList<>();
    for (TimelineEvent event : events) {
      for (String child : children(event)) {
        children.add(child);
        if (seen.add(event.incident() + '|' + child)) {
          eachChild.add(event);
        }
      }
    }
    Map<String, String> values =
        Map.of(
            "days", Integer.toString(count.threshold().days()),
            "children", Integer.toString(children.size()),
            "same", Integer.toString(most),
            "usual", Integer.toString(usual(count, moment)),
            "usualDays", Integer.toString(rule.usualDays()));
    return new Match(
        count.clause(), Scan.incidents(events), eachChild, severity(events), values, Set.of());
  }

  private int usual(Count count, Instant moment) {
    Instant before = moment.minus(count.threshold().window());
    return Scan.incidents(InTime.within(events(count), before, Duration.ofDays(rule.usualDays())))
        .size();
  }

  private Severity severity(List<TimelineEvent> events) {
    return rule.raise()
        .filter(
            raise ->
                events.stream()
                    .anyMatch(
                        event -> event.level() >= raise.level() || Scan.is(raise.by(), event)))
        .map(Cluster.Raise::severity)
        .orElse(rule.severity());
  }
}
