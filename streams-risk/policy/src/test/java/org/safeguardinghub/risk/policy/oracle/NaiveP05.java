package org.safeguardinghub.risk.policy.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safeguardinghub.kernel.event.Severity;

/**
 * "A food event and (growth faltering or unexplained injury) within 90 d, either order. S2; S1 if
 * both growth and injury, or DA in household in 365 d".
 */
final class NaiveP05 implements NaivePattern {
  private static final int DAYS = 90;
  private static final int ABUSE_DAYS = 365;

  @Override
  public List<NaiveFinding> findings(NaiveChild child, Instant now) {
    List<NaiveEvent> food = child.counting(NaiveSets.FOOD);
    List<NaiveEvent> growth = child.counting(event -> event.is("growthFaltering"));
    List<NaiveEvent> injuries =
        child.counting(event -> event.in(NaiveSets.UNEXPLAINED_INJURY) && event.harmed());
    List<NaiveEvent> abuse = child.inHousehold(event -> event.in(NaiveSets.DOMESTIC_ABUSE));
    List<NaiveEvent> all = new ArrayList<>(food);
    all.addAll(growth);
    all.addAll(injuries);
    all.addAll(abuse);
    return new NaiveRefire("P05", at -> match(food, growth, injuries, abuse, at)).over(all);
  }

  private static Optional<NaiveMatch> match(
      List<NaiveEvent> allFood,
      List<NaiveEvent> allGrowth,
      List<NaiveEvent> allInjuries,
      List<NaiveEvent> abuse,
      Instant at) {
    List<NaiveEvent> food = NaiveChild.within(allFood, at, DAYS);
    List<NaiveEvent> growth = NaiveChild.within(allGrowth, at, DAYS);
    List<NaiveEvent> injuries = NaiveChild.within(allInjuries, at, DAYS);
    if (food.isEmpty() || (growth.isEmpty() && injuries.isEmpty())) {
      return Optional.empty();
    }
    boolean both = !growth.isEmpty() && !injuries.isEmpty();
    boolean violent = !NaiveChild.within(abuse, at, ABUSE_DAYS).isEmpty();
    List<NaiveEvent> counted = new ArrayList<>(food);
    counted.addAll(growth);
    counted.addAll(injuries);
    return Optional.of(new NaiveMatch(both || violent ? Severity.S1 : Severity.S2, counted));
  }
}
