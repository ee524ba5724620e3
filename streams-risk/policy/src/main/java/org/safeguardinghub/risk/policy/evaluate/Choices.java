package org.safeguardinghub.risk.policy.evaluate;

import java.util.List;
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
}
