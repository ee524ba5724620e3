package org.safeguardinghub.risk.policy.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.kernel.event.Severity;

/**
 * "Within 90 d after NFA, CP/CIN end, or early help closed for non-engagement: at least 1 L3+
 * incident or at least 2 L2+. One finding per child under the re-fire rule, however many closures.
 * Compare occurredAt with closure." An incident that began before the closure is not new.
 */
final class NaiveP19 implements NaivePattern {
  private static final int DAYS = 90;
  private static final int HIGH_LEVEL = 3;
  private static final int LEVEL = 2;
  private static final int INCIDENTS = 2;
  private static final Set<String> ENDS =
      Set.of("CSC-REF-02", "CSC-CPP-02", "CSC-CIN-02", "EH-CLS-02");

  @Override
  public List<NaiveFinding> findings(NaiveChild child, Instant now) {
    List<NaiveEvent> closures =
        child.own(
            event ->
                event.about()
                    && (event.in(ENDS)
                        || (event.type().equals("CSC-ASM-02") && event.text("outcome", "nfa"))));
    List<NaiveEvent> concerns = child.counting(event -> event.level() >= LEVEL);
    return new NaiveRefire("P19", at -> match(child, closures, concerns, at)).over(concerns);
  }

  private static Optional<NaiveMatch> match(
      NaiveChild child, List<NaiveEvent> closures, List<NaiveEvent> concerns, Instant at) {
    List<NaiveEvent> counted = new ArrayList<>();
    for (NaiveEvent closure : NaiveChild.within(closures, at, DAYS)) {
      List<NaiveEvent> after =
          NaiveChild.within(concerns, at, DAYS).stream()
              .filter(event -> event.at().isAfter(closure.at()))
              .filter(event -> began(child, event).isAfter(closure.at()))
              .toList();
      boolean high = after.stream().anyMatch(event -> event.level() >= HIGH_LEVEL);
      if (high || NaiveChild.count(after) >= INCIDENTS) {
        after.stream().filter(event -> !counted.contains(event)).forEach(counted::add);
      }
    }
    return counted.isEmpty() ? Optional.empty() : Optional.of(new NaiveMatch(Severity.S2, counted));
  }

  private static Instant began(NaiveChild child, NaiveEvent event) {
    return child.own(other -> other.incident().equals(event.incident())).getFirst().at();
  }
}
