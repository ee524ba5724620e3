package org.safeguardinghub.risk.policy.evaluate;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Predicate;
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

  /** Whether an event of this type may be among them. */
  boolean possible(String type) {
    return Chosen.possible(chosen, type);
  }

  /** Takes an event that is in the timeline; says whether it belongs here. */
  boolean add(TimelineEvent event, Basis basis) {
    boolean taken = basis.among(from, event) && chosen.test(event);
    if (taken) {
      InOrder.add(events, event);
    }
    return taken;
  }

  /** Gives up an event that is no more in the timeline; says whether it was here. */
  boolean remove(TimelineEvent event, Basis basis) {
    return basis.among(from, event) && chosen.test(event) && InOrder.remove(events, event);
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
