package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.risk.policy.rule.LifeRule.Lowering;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/** What the rules about a longer time ask alike. */
final class Choices {
  private Choices() {}

  /** All events but the first of each incident, which stands for it already. */
  static List<TimelineEvent> beside(List<Incident> incidents) {
    return incidents.stream()
        .flatMap(incident -> incident.events().stream().skip(1))
        .sorted(TimelineEvent.ORDER)
        .toList();
  }

  /**
   * The severity that holds instead, where something spoke for the family within its time and
   * nothing has said otherwise since.
   */
  static Optional<Severity> lowered(Scan scan, Optional<Lowering> lowering, Instant moment) {
    if (lowering.isEmpty()) {
      return Optional.empty();
    }
    Predicate<TimelineEvent> good = Scan.any(lowering.get().events());
    Predicate<TimelineEvent> contrary = Scan.any(lowering.get().contrary());
    List<TimelineEvent> words = scan.own(good.or(contrary));
    List<TimelineEvent> recent = Scan.within(words, moment, lowering.get().days());
    return !recent.isEmpty() && good.test(recent.getLast())
        ? Optional.of(lowering.get().severity())
        : Optional.empty();
  }
}
