package org.safeguardinghub.risk.policy.evaluate;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Predicate;
import org.safeguardinghub.risk.policy.timeline.Change;
import org.safeguardinghub.risk.policy.timeline.InOrder;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/**
 * The events that a rule asked for, in order. It grows with the timeline, so that whoever holds it
 * sees what came since.
 */
final class Selection extends AbstractList<TimelineEvent> implements RandomAccess {
  /** Among which events a rule chooses. */
  enum From {
    /** Those that count as concerns about the subject. */
    COUNTING,
    /** The subject's own, of any kind. */
    OWN,
    /** The subject's own and household context. */
    READABLE,
    /** All, what is withdrawn or sealed among them. */
    ALL
  }

  private final From from;
  private final Predicate<TimelineEvent> chosen;
  private final List<TimelineEvent> events;

  Selection(From from, Predicate<TimelineEvent> chosen, List<TimelineEvent> among) {
    this.from = from;
    this.chosen = chosen;
    this.events = new ArrayList<>(Math.min(among.size(), 4));
    for (TimelineEvent event : among) {
      if (chosen.test(event)) {
        events.add(event);
      }
    }
  }

  private Selection(From from, Predicate<TimelineEvent> chosen) {
    this.from = from;
    this.chosen = chosen;
    this.events = new ArrayList<>(0);
  }

  /** Of types that the timeline does not hold yet. */
  static Selection none(From from, Predicate<TimelineEvent> chosen) {
    return new Selection(from, chosen);
  }

  /** Whether the event is or would be among them. */
  boolean takes(TimelineEvent event, Basis basis) {
    return Chosen.possible(chosen, event.type()) && basis.among(from, event) && chosen.test(event);
  }

  /** Follows a change of the timeline; says whether anything here has changed. */
  boolean follow(Change change, Basis basis) {
    boolean touched = false;
    for (TimelineEvent gone : change.gone()) {
      touched |= takes(gone, basis) && InOrder.remove(events, gone);
    }
    for (TimelineEvent come : change.come()) {
      if (takes(come, basis)) {
        InOrder.add(events, come);
        touched = true;
      }
    }
    return touched;
  }

  @Override
  public TimelineEvent get(int index) {
    return events.get(index);
  }

  @Override
  public List<TimelineEvent> subList(int fromIndex, int toIndex) {
    return events.subList(fromIndex, toIndex);
  }

  @Override
  public int size() {
    return events.size();
  }
}
