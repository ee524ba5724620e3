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

  private final Scan asker;
  private final From from;
  private final Predicate<TimelineEvent> chosen;
  private final List<TimelineEvent> events;

  Selection(Scan asker, From from, Predicate<TimelineEvent> chosen, List<TimelineEvent> among) {
    this.asker = asker;
    this.from = from;
    this.chosen = chosen;
    this.events = new ArrayList<>(Math.min(among.size(), 4));
    for (TimelineEvent event : among) {
      if (chosen.test(event)) {
        events.add(event);
      }
    }
  }

  /** Who asked for them, and is to hear of what comes and goes. */
  Scan asker() {
    return asker;
  }

  From from() {
    return from;
  }

  /** Whether an event of this type may be among them. */
  boolean possible(String type) {
    return Chosen.possible(chosen, type);
  }

  /** Takes an event that is among those of which it chooses; says whether it belongs here. */
  boolean take(TimelineEvent event) {
    boolean taken = chosen.test(event);
    if (taken) {
      InOrder.add(events, event);
    }
    return taken;
  }

  /** Gives up an event that was among those of which it chooses; says whether it was here. */
  boolean giveUp(TimelineEvent event) {
    return chosen.test(event) && InOrder.remove(events, event);
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
