package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.safeguardinghub.kernel.event.DecayedLoad;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.risk.policy.rule.Policy;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/** The decayed sum of concerns, for the order of worklists within a severity only. */
final class DisplayLoad {
  private final Scan scan;
  private final Policy.Load load;

  private DisplayLoad(Scan scan) {
    this.scan = scan;
    this.load = scan.policy().load();
  }

  /** Whose weights fade alike and are seen by the same readers. */
  private record Alike(HandlingClass handling, int halfLifeDays) implements Comparable<Alike> {
    @Override
    public int compareTo(Alike other) {
      return Comparator.comparing(Alike::handling)
          .thenComparingInt(Alike::halfLifeDays)
          .compare(this, other);
    }
  }

  static DecayedLoad of(Scan scan, Instant moment) {
    return new DisplayLoad(scan).of(moment);
  }

  private DecayedLoad of(Instant moment) {
    Predicate<TimelineEvent> happened = event -> !event.at().isAfter(moment);
    List<Incident> incidents =
        Scan.incidents(scan.counting(happened)).stream()
            .filter(incident -> weight(incident) > 0)
            .toList();
    if (incidents.isEmpty()) {
      return DecayedLoad.NOTHING;
    }
    Instant at =
        incidents.stream().map(one -> one.first().at()).max(Instant::compareTo).orElseThrow();
    Map<Alike, DecayedLoad.Term> terms = new TreeMap<>();
    for (Incident incident : incidents) {
      Alike alike = new Alike(strictest(incident), halfLife(incident.first()));
      terms.merge(alike, term(alike, incident, at), DisplayLoad::both);
    }
    int good = scan.own(scan.protective().and(happened)).size();
    return new DecayedLoad(
        at, List.copyOf(terms.values()), Math.max(load.protectiveCap(), load.protective() * good));
  }

  private DecayedLoad.Term term(Alike alike, Incident incident, Instant at) {
    double weight =
        weight(incident) * DecayedLoad.left(incident.first().at(), at, alike.halfLifeDays());
    return new DecayedLoad.Term(
        alike.handling(),
        alike.halfLifeDays(),
        weight,
        incident.level() >= load.floorLevel() ? weight : 0);
  }

  private static DecayedLoad.Term both(DecayedLoad.Term one, DecayedLoad.Term other) {
    return new DecayedLoad.Term(
        one.handling(),
        one.halfLifeDays(),
        one.sum() + other.sum(),
        Math.max(one.floor(), other.floor()));
  }

  private int weight(Incident incident) {
    return load.weights().getOrDefault(incident.level(), 0);
  }

  // Its level may be that of an echo that not everybody may see.
  private static HandlingClass strictest(Incident incident) {
    return incident.events().stream()
        .map(event -> event.sent().handling())
        .reduce(HandlingClass.H0, HandlingClass::strictest);
  }

  private int halfLife(TimelineEvent event) {
    return scan.timeline()
        .catalogue()
        .find(event.type())
        .map(type -> type.halfLifeDays().orElse(1))
        .orElse(1);
  }
}
