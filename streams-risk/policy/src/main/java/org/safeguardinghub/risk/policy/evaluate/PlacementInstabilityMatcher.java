package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Predicate;
import org.safeguardinghub.risk.policy.rule.LifeRule.PlacementInstability;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/** A looked-after child who is moved again and again, and for whom something else went wrong. */
final class PlacementInstabilityMatcher implements Matcher {
  private final PlacementInstability rule;
  private final List<TimelineEvent> placements;
  private final List<TimelineEvent> moves;
  private final List<TimelineEvent> trouble;
  private final List<TimelineEvent> spells;

  PlacementInstabilityMatcher(Scan scan, PlacementInstability rule) {
    this.rule = rule;
    Predicate<TimelineEvent> all = Scan.of(rule.placements()).and(event -> !event.echo());
    // Coming into care may be planned, and is a placement all the same.
    this.placements = scan.about(all.and(event -> !move(event) || !plannedMove(event)));
    this.moves = scan.about(all.and(event -> move(event) && !plannedMove(event)));
    this.trouble =
        scan.counting(
            event ->
                !Scan.is(rule.placements(), event)
                    && (Scan.is(rule.trouble(), event)
                        || rule.troubleFamilies().contains(event.originFamily())));
    this.spells = scan.about(all.or(Scan.of(rule.ends())));
  }

  private boolean move(TimelineEvent event) {
    return Scan.is(rule.moves(), event);
  }

  private boolean plannedMove(TimelineEvent event) {
    return event.flag(rule.planned());
  }

  @Override
  public boolean grows() {
    return true;
  }

  @Override
  public SortedSet<Instant> moments(Stretch when) {
    return InTime.moments(when, placements, trouble);
  }

  @Override
  public Instant reach(TimelineEvent changed) {
    // Being looked after lasts until something else is said of it.
    return InTime.later(
        InTime.after(changed, rule.many().days(), rule.unplanned().days()),
        InTime.next(spells, changed.at()));
  }

  @Override
  public Optional<Match> at(Instant moment) {
    List<Incident> recent = Scan.incidents(InTime.within(trouble, moment, rule.many().window()));
    if (recent.isEmpty() || !lookedAfter(moment)) {
      return Optional.empty();
    }
    List<Incident> places = places(InTime.within(placements, moment, rule.many().window()));
    if (places.size() >= rule.many().incidents()) {
      return Optional.of(match("placements", places, recent, rule.many().days()));
    }
    List<TimelineEvent> close = InTime.within(moves, moment, rule.unplanned().window());
    return Scan.incidents(close).size() >= rule.unplanned().incidents()
        ? Optional.of(match("moves", places(close), recent, rule.unplanned().days()))
        : Optional.empty();
  }

  private boolean lookedAfter(Instant moment) {
    return InTime.lastUpTo(spells, moment).filter(last -> !Scan.is(rule.ends(), last)).isPresent();
  }

  /** Events about one and the same placement are one. */
  private List<Incident> places(List<TimelineEvent> events) {
    Map<String, List<TimelineEvent>> byPlace = new LinkedHashMap<>();
    events.forEach(event -> byPlace.computeIfAbsent(key(event), _ -> new ArrayList<>()).add(event));
    return byPlace.entrySet().stream()
        .map(place -> new Incident(place.getKey(), place.getValue()))
        .toList();
  }

  private String key(TimelineEvent event) {
    return event.sent().attributes().get(rule.placement()) instanceof String place
        ? "placement:" + place
        : event.incident();
  }

  private Match match(String clause, List<Incident> places, List<Incident> recent, int days) {
    List<Incident> all = new ArrayList<>(places);
    all.addAll(recent);
    all.sort(Comparator.comparing(Incident::first, TimelineEvent.ORDER));
    Map<String, String> values =
        Map.of(
            "days", Integer.toString(days),
            "troubleDays", Integer.toString(rule.many().days()),
            "places", Integer.toString(places.size()),
            "lastPlace", Words.day(places.getLast().at()),
            "trouble", Integer.toString(recent.size()),
            "troubleFamilies", Words.families(Incident.families(recent)));
    return new Match(clause, all, Choices.beside(places), rule.severity(), values, Set.of());
  }
}
