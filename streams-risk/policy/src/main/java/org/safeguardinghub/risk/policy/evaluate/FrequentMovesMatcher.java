package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.risk.policy.rule.LifeRule.FrequentMoves;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/** Different dwellings, authorities or schools within one window, and a concern beside them. */
final class FrequentMovesMatcher implements Matcher {
  private final Scan scan;
  private final FrequentMoves rule;
  private final List<TimelineEvent> telling;
  private final List<TimelineEvent> concerns;
  private final List<TimelineEvent> all;
  private final List<TimelineEvent> cases;

  FrequentMovesMatcher(Scan scan, FrequentMoves rule) {
    this.scan = scan;
    this.rule = rule;
    this.all = scan.own(_ -> true);
    this.cases = scan.own(Episodes.touching(scan.policy().episodes()));
    this.telling =
        scan.own(
            event ->
                event.sent().handling() != HandlingClass.H4
                    && !Scan.is(rule.excluded(), event)
                    && tells(event));
    this.concerns =
        scan.counting(event -> event.level() >= rule.minLevel() && !Scan.is(rule.facts(), event));
  }

  // A plan of one child does not end with that of another.
  private List<Episodes> cases() {
    Set<String> children = new TreeSet<>();
    cases.forEach(event -> children.addAll(event.sent().whose().children()));
    return children.stream()
        .map(
            child ->
                new Episodes(
                    scan.policy(),
                    cases.stream()
                        .filter(event -> event.sent().whose().children().contains(child))
                        .toList()))
        .toList();
  }

  @Override
  public boolean grows() {
    return true;
  }

  @Override
  public SortedSet<Instant> moments(Stretch when) {
    return InTime.moments(when, all);
  }

  @Override
  public Instant reach(TimelineEvent changed) {
    if (telling.isEmpty()) {
      return changed.at();
    }
    // What is open about a child stays open until it is closed.
    return Episodes.touching(scan.policy().episodes()).test(changed)
        ? Instant.MAX
        : InTime.after(changed, rule.windowDays());
  }

  @Override
  public Optional<Match> at(Instant moment) {
    List<TimelineEvent> worries = InTime.within(concerns, moment, rule.windowDays());
    List<TimelineEvent> recent = InTime.within(telling, moment, rule.windowDays());
    if (worries.isEmpty() || recent.isEmpty()) {
      return Optional.empty();
    }
    Stream<Met> places =
        Stream.concat(
            enough("dwellings", different(recent, this::dwelling), rule.dwellings()),
            enough("authorities", different(recent, this::authority), rule.authorities()));
    return Stream.concat(places, schools(recent))
        .map(met -> match(met, worries, moment))
        .reduce(Match::and);
  }

  private record Met(String clause, List<Incident> places) {}

  private static Stream<Met> enough(String clause, List<Incident> places, int least) {
    return places.size() < least ? Stream.empty() : Stream.of(new Met(clause, places));
  }

  /** Brothers and sisters go to different schools: what counts is how often one child changes. */
  private Stream<Met> schools(List<TimelineEvent> all) {
    List<TimelineEvent> recent =
        all.stream().filter(event -> reference(event, rule.school()).isPresent()).toList();
    Set<String> children = new TreeSet<>();
    recent.forEach(event -> children.addAll(event.sent().whose().children()));
    return children.stream()
        .map(
            child ->
                different(
                    recent.stream()
                        .filter(event -> event.sent().whose().children().contains(child))
                        .toList(),
                    event -> reference(event, rule.school())))
        .sorted(Comparator.<List<Incident>>comparingInt(List::size).reversed())
        .flatMap(places -> enough("schools", places, rule.schools()));
  }

  /** The first event of each place, as an incident of that place. */
  private static List<Incident> different(
      List<TimelineEvent> events, Function<TimelineEvent, Optional<String>> place) {
    Map<String, List<TimelineEvent>> places = new LinkedHashMap<>();
    for (TimelineEvent event : events) {
      place.apply(event).ifPresent(ref -> places.putIfAbsent(ref, List.of(event)));
    }
    return places.entrySet().stream()
        .map(entry -> new Incident(entry.getKey(), entry.getValue()))
        .toList();
  }

  private boolean tells(TimelineEvent event) {
    return reference(event, rule.dwelling()).isPresent()
        || reference(event, rule.authority()).isPresent()
        || reference(event, rule.school()).isPresent();
  }

  private Optional<String> dwelling(TimelineEvent event) {
    return reference(event, rule.dwelling())
        .map(ref -> Scan.is(rule.countedOnce(), event) ? "counted once" : ref);
  }

  private Optional<String> authority(TimelineEvent event) {
    return reference(event, rule.authority());
  }

  private static Optional<String> reference(TimelineEvent event, String attribute) {
    return event.sent().attributes().get(attribute) instanceof String ref
        ? Optional.of(attribute + ':' + ref)
        : Optional.empty();
  }

  private Match match(Met met, List<TimelineEvent> worries, Instant moment) {
    boolean planned =
        cases().stream()
            .anyMatch(known -> !Collections.disjoint(known.openAt(moment), rule.plans()));
    Severity severity = planned ? rule.raised() : rule.severity();
    Map<String, String> values =
        Map.of(
            "days", Integer.toString(rule.windowDays()),
            "places", Integer.toString(met.places().size()),
            "minLevel", Integer.toString(rule.minLevel()),
            "concern", Words.day(worries.getFirst().at()));
    // One concern is enough: without it the finding reads differently.
    return new Match(
        met.clause(), met.places(), List.of(worries.getFirst()), severity, values, Set.of());
  }
}
