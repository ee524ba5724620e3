package org.safeguardinghub.risk.policy.oracle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.kernel.event.Severity;

/**
 * "At least 2 PUB concerns from different callers in 120 d, whatever their outcome" - two incidents
 * and two callers; a report that does not say who called counts as another caller.
 */
final class NaiveP20 implements NaivePattern {
  private static final int INCIDENTS = 2;
  private static final int CALLERS = 2;
  private static final int DAYS = 120;

  @Override
  public List<NaiveFinding> findings(NaiveChild child, Instant now) {
    List<NaiveEvent> calls = child.counting(Set.of("CSC-PUB-01", "VCS-CHL-01"));
    return new NaiveRefire("P20", at -> match(calls, at)).over(calls);
  }

  private static Optional<NaiveMatch> match(List<NaiveEvent> calls, Instant at) {
    List<NaiveEvent> within = NaiveChild.within(calls, at, DAYS);
    long named =
        within.stream()
            .filter(call -> call.says("callerRef"))
            .map(call -> call.text("callerRef"))
            .distinct()
            .count();
    long unnamed = within.stream().filter(call -> !call.says("callerRef")).count();
    return NaiveChild.count(within) >= INCIDENTS && named + unnamed >= CALLERS
        ? Optional.of(new NaiveMatch(Severity.S2, within))
        : Optional.empty();
  }
}
