package org.safeguardinghub.risk.policy.evaluate;

import java.util.ArrayList;
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
    return new Chosen(List.of(selector.codes()), event -> Scan.is(selector, event));
  }

  /** Events of some types. */
  static Chosen of(Set<String> types) {
    return new Chosen(List.of(types), event -> types.contains(event.type()));
  }

  static Chosen byAny(List<EventSelector> selectors) {
    List<Set<String>> codes = new ArrayList<>(selectors.size());
    for (EventSelector selector : selectors) {
      codes.add(selector.codes());
    }
    return new Chosen(codes, event -> Scan.isAny(selectors, event));
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
    List<Set<String>> all = new ArrayList<>(codes);
    all.addAll(chosen.codes);
    return new Chosen(all, event -> test.test(event) || chosen.test.test(event));
  }

  /** Whether events of these types may be among the chosen. */
  static boolean possible(Predicate<TimelineEvent> chosen, Set<String> types) {
    if (!(chosen instanceof Chosen known)) {
      return true;
    }
    for (String type : types) {
      if (known.possible(type)) {
        return true;
      }
    }
    return false;
  }

  /** Whether an event of this type may be among the chosen. */
  static boolean possible(Predicate<TimelineEvent> chosen, String type) {
    return !(chosen instanceof Chosen known) || known.possible(type);
  }

  private boolean possible(String type) {
    for (int i = 0; i < codes.size(); i++) {
      if (codes.get(i).contains(type)) {
        return true;
      }
    }
    return false;
  }
}
