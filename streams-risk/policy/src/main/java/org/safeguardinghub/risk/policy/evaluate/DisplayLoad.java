package org.safeguardinghub.risk.policy.evaluate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.safeguardinghub.kernel.catalogue.EventType;
import org.safeguardinghub.risk.policy.rule.Policy;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/** The decayed sum of concerns, for the order of worklists within a severity only. */
final class DisplayLoad {
  private DisplayLoad() {}

  static double of(Scan scan, Instant moment) {
    Policy.Load load = scan.policy().load();
    double sum = 0;
    double floor = 0;
    for (Incident incident : Scan.incidents(scan.counting(event -> !event.at().isAfter(moment)))) {
      double weight = weight(scan, incident.first(), incident.level(), moment);
      sum += weight;
      if (incident.level() >= load.floorLevel()) {
        floor = Math.max(floor, weight);
      }
    }
    List<TimelineEvent> good =
        scan.own(event -> protective(scan, event) && !event.at().isAfter(moment));
    double off = Math.max(load.protectiveCap(), (double) load.protective() * good.size());
    return Math.max(floor, Math.max(0, sum + off));
  }

  private static double weight(Scan scan, TimelineEvent event, int level, Instant moment) {
    int halfLife =
        scan.timeline().catalogue().find(event.type()).flatMap(DisplayLoad::halfLife).orElse(1);
    double days =
        Duration.between(event.at(), moment).toMinutes() / (double) Duration.ofDays(1).toMinutes();
    return scan.policy().load().weights().getOrDefault(level, 0) * Math.pow(0.5, days / halfLife);
  }

  private static Optional<Integer> halfLife(EventType type) {
    return type.halfLifeDays().isPresent()
        ? Optional.of(type.halfLifeDays().getAsInt())
        : Optional.empty();
  }

  static boolean protective(Scan scan, TimelineEvent event) {
    return scan.timeline().catalogue().find(event.type()).map(EventType::protective).orElse(false);
  }
}
