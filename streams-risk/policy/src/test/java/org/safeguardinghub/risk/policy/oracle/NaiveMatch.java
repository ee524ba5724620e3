package org.safeguardinghub.risk.policy.oracle;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.event.Severity;

/** That a pattern is met at a moment: how urgent, and what was counted. */
record NaiveMatch(Severity severity, List<NaiveEvent> counted) {
  NaiveMatch {
    counted = List.copyOf(counted);
  }

  Set<String> incidents() {
    return counted.stream().map(NaiveEvent::incident).collect(Collectors.toSet());
  }

  Set<OriginFamily> families() {
    return counted.stream().map(NaiveEvent::family).collect(Collectors.toSet());
  }

  int level() {
    return counted.stream().mapToInt(NaiveEvent::level).max().orElse(0);
  }
}
