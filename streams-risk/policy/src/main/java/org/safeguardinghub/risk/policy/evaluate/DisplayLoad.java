package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.safeguardinghub.kernel.event.DecayedLoad;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.risk.policy.rule.Policy;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/**
 * The decayed sum of concerns, for the order of worklists within a severity only. It is asked for
 * after every event, and keeps what it counts.
 */
final class DisplayLoad {
  private final Scan scan;
  private final Policy.Load load;
  private final List<TimelineEvent> counted;
  private final List<TimelineEvent> good;

  DisplayLoad(Basis basis) {
    this.scan = new Scan(basis);
    this.load = scan.policy().load();
    this.counted = scan.counting(_ -> true);
    this.good = scan.own(scan.protective());
  }

  /** The sum of weights that fade alike and are seen by the same readers. */
  private static final class Sum {
    private final HandlingClass handling;
    private final int halfLifeDays;
    private double weight;
    private double floor;

    Sum(HandlingClass handling, int halfLifeDays) {
      this.handling = handling;
      this.halfLifeDays = halfLifeDays;
    }

    boolean isOf(HandlingClass other, int days) {
      return handling == other && halfLifeDays == days;
    }

    DecayedLoad.Term term() {
      return new DecayedLoad.Term(handling, halfLifeDays, weight, floor);
    }
  }

  /** Of all that has happened until then. */
  DecayedLoad of(Instant moment) {
    // Its lists are read whole: what has changed of them is of no use.
    scan.takeTouched();
    List<Incident> incidents =
        Scan.incidents(counted.subList(0, InTime.firstAfter(counted, moment))).stream()
            .filter(incident -> weight(incident) > 0)
            .toList();
    if (incidents.isEmpty()) {
      return DecayedLoad.NOTHING;
    }
    Instant at =
        incidents.stream().map(one -> one.first().at()).max(Instant::compareTo).orElseThrow();
    List<Sum> sums = new ArrayList<>();
    incidents.forEach(incident -> add(incident, at, sums));
    List<DecayedLoad.Term> terms =
        sums.stream()
            .map(Sum::term)
            .sorted(
                Comparator.comparing(DecayedLoad.Term::handling)
                    .thenComparingInt(DecayedLoad.Term::halfLifeDays))
            .toList();
    int protective = InTime.firstAfter(good, moment);
    return new DecayedLoad(
        at, terms, Math.max(load.protectiveCap(), load.protective() * protective));
  }

  private void add(Incident incident, Instant at, List<Sum> sums) {
    int halfLife = halfLife(incident.first());
    Sum sum = sum(strictest(incident), halfLife, sums);
    double weight = weight(incident) * DecayedLoad.left(incident.first().at(), at, halfLife);
    sum.weight += weight;
    if (incident.level() >= load.floorLevel()) {
      sum.floor = Math.max(sum.floor, weight);
    }
  }

  private static Sum sum(HandlingClass handling, int halfLifeDays, List<Sum> sums) {
    for (Sum sum : sums) {
      if (sum.isOf(handling, halfLifeDays)) {
        return sum;
      }
    }
    Sum sum = new Sum(handling, halfLifeDays);
    sums.add(sum);
    return sum;
  }

  private int weight(Incident incident) {
    return load.weights().getOrDefault(incident.level(), 0);
  }

  // Its level may be that of an echo that not everybody may see.
  private static HandlingClass strictest(Incident incident) {
    HandlingClass strictest = HandlingClass.H0;
    for (TimelineEvent event : incident.events()) {
      strictest = strictest.strictest(event.sent().handling());
    }
    return strictest;
  }

  private int halfLife(TimelineEvent event) {
    return scan.timeline()
        .catalogue()
        .find(event.type())
        .map(type -> type.halfLifeDays().orElse(1))
        .orElse(1);
  }
}
