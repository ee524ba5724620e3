package org.safeguardinghub.risk.policy.evaluate;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.safeguardinghub.risk.policy.rule.EventSelector;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/**
 * What a rule chooses, with the only types that it can choose: most rules ask for types that a
 * timeline does not hold, and are answered without looking at its events.
 */
final class Chosen implements Predicate<TimelineEvent> {
  private final Set<String> codes;
  private final Predicate<TimelineEvent> test;

  private Chosen(Set<String> codes, Predicate<TimelineEvent> test) {
    this.codes = codes;
    this.test = test;
  }

  static Chosen by(EventSelector selector) {
    return new Chosen(
        selector.codes(),
        event -> selector.selects(event.type(), event.sent().attributes()));
  }

  static Chosen byAny(List<EventSelector> selectors) {
    return new Chosen(
        selectors.stream()
            .flatMap(selector -> selector.codes().stream())
            .collect(Collectors.toUnmodifiableSet()),
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

  @Override
  public Predicate<TimelineEvent> or(Predicate<? super TimelineEvent> other) {
    if (!(other instanceof Chosen chosen)) {
      return event -> test.test(event) || other.test(event);
    }
    Set<String> all = new HashSet<>(codes);
    all.addAll(chosen.codes);
    return new Chosen(Set.copyOf(all), event -> test.test(event) || chosen.test.test(event));
  }

  /** Whether events of these types may be among the chosen. */
  static boolean possible(Predicate<TimelineEvent> chosen, Set<String> types) {
    return !(chosen instanceof Chosen known) || !Collections.disjoint(known.codes, types);
  }

  /** Whether an event of this type may be among the chosen. */
  static boolean possible(Predicate<TimelineEvent> chosen, String type) {
    return !(chosen instanceof Chosen known) || known.codes.contains(type);
  }
}
