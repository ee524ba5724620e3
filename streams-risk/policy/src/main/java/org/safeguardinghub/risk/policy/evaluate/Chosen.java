package org.safeguardinghub.risk.policy.evaluate;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.safeguardinghub.risk.policy.rule.EventSelector;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/**
 * What a rule chooses, with the only types that it can choose: most rules ask for types that a
 * timeline does not hold, and are answered without looking at its events.
 */
final class Chosen implements Predicate<TimelineEvent> {
  private final List<Set<String>> codes;
  private final Predicate<TimelineEvent> test;

  private Chosen(List<Set<String>> codes, Predicate<TimelineEvent> test) {
    this.codes = codes;
    this.test = test;
  }

  static Chosen by(EventSelector selector) {
    return new Chosen(
        List.of(selector.codes()),
        event -> selector.selects(event.type(), event.sent().attributes()));
  }

  static Chosen byAny(List<EventSelector> selectors) {
    return new Chosen(
        selectors.stream().map(EventSelector::codes).toList(),
        event ->
            selectors.stream()
                .anyMatch(one -> one.selects(event.type(), event.sent().attributes())));
  }

  @Override
  public boolean test(TimelineEvent event) {
    return test.test(event);
  }

  @Override
  public Predicate<TimelineEvent> and(Predicate<? super TimelineEvent> other) {
    return new Chosen(codes, event -> test.test(event) && other.test(event));
  }

  /** Whether events of these types may be among the chosen. */
  static boolean possible(Predicate<TimelineEvent> chosen, Set<String> types) {
    return !(chosen instanceof Chosen known)
        || known.codes.stream().anyMatch(codes -> !Collections.disjoint(codes, types));
  }
}
