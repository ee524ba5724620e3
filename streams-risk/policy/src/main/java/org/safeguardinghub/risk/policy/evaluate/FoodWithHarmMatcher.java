package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.safeguardinghub.risk.policy.rule.PatternRule.FoodWithHarm;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/**
 * Hunger together with growth faltering or injury, in either order; domestic abuse in the household
 * makes it worse.
 */
final class FoodWithHarmMatcher implements Matcher {
  private final FoodWithHarm rule;
  private final List<TimelineEvent> food;
  private final List<TimelineEvent> growth;
  private final List<TimelineEvent> injuries;
  private final List<TimelineEvent> abuse;

  FoodWithHarmMatcher(Scan scan, FoodWithHarm rule) {
    this.rule = rule;
    this.food = scan.counting(Scan.of(rule.food()));
    this.growth = scan.counting(Scan.of(rule.growth()));
    this.injuries = scan.counting(Scan.of(rule.injuries()).and(scan::harmed));
    this.abuse = scan.inHousehold(Scan.of(rule.householdAbuse()));
  }

  @Override
  public boolean grows() {
    return true;
  }

  @Override
  public SortedSet<Instant> moments(Stretch when) {
    return InTime.moments(when, food, growth, injuries, abuse);
  }

  @Override
  public Instant reach(TimelineEvent changed) {
    return InTime.after(changed, rule.windowDays(), rule.abuseDays());
  }

  @Override
  public Optional<Match> at(Instant moment) {
    List<TimelineEvent> hungry = InTime.within(food, moment, rule.windowDays());
    List<TimelineEvent> faltering = InTime.within(growth, moment, rule.windowDays());
    List<TimelineEvent> hurt = InTime.within(injuries, moment, rule.windowDays());
    if (hungry.isEmpty() || (faltering.isEmpty() && hurt.isEmpty())) {
      return Optional.empty();
    }
    List<TimelineEvent> all = new ArrayList<>(hungry);
    all.addAll(faltering);
    all.addAll(hurt);
    all.sort(TimelineEvent.ORDER);
    List<TimelineEvent> around = InTime.within(abuse, moment, rule.abuseDays());
    boolean both = !faltering.isEmpty() && !hurt.isEmpty();
    boolean raised = both || !around.isEmpty();
    String clause = both ? "both" : faltering.isEmpty() ? "injury" : "growth";
    return Optional.of(
        new Match(
            clause,
            Scan.incidents(all),
            // The latest is enough: without it the finding reads differently.
            around.isEmpty() ? List.of() : List.of(around.getLast()),
            raised ? rule.raised() : rule.severity(),
            Map.of(
                "days", Integer.toString(rule.windowDays()),
                "foodCount", Integer.toString(Scan.incidents(hungry).size()),
                "growthCount", Integer.toString(Scan.incidents(faltering).size()),
                "injuryCount", Integer.toString(Scan.incidents(hurt).size()),
                "abuse", around.isEmpty() ? "none reported" : "reported"),
            Set.of()));
  }
}
