package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.risk.policy.rule.LifeRule.Lowering;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/** What speaks for a family, and what has said otherwise since. */
final class LoweringWords {
  private final Optional<Lowering> lowering;
  private final List<TimelineEvent> words;
  private final Predicate<TimelineEvent> good;

  LoweringWords(Scan scan, Optional<Lowering> lowering) {
    this.lowering = lowering;
    this.good = lowering.map(Lowering::events).map(Scan::any).orElse(_ -> false);
    this.words =
        lowering
            .map(Lowering::contrary)
            .map(Scan::any)
            .map(contrary -> scan.about(good.or(contrary)))
            .orElse(List.of());
  }

  /** For how many days a word holds. */
  int days() {
    return lowering.map(Lowering::days).orElse(0);
  }

  /**
   * The severity that holds instead, where something spoke for the family within its time and
   * nothing has said otherwise since.
   */
  Optional<Severity> at(Instant moment) {
    return lowering
        .filter(
            lower -> {
              List<TimelineEvent> recent = InTime.within(words, moment, lower.days());
              return !recent.isEmpty() && good.test(recent.getLast());
            })
        .map(Lowering::severity);
  }
}
