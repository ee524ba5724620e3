package org.safeguardinghub.risk.policy.evaluate;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
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
  private final ArrayList<TimelineEvent> events;

  // Made for whoever asks first; not every rule counts incidents.
  private @Nullable Grouping grouping;

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
      int place = InOrder.add(events, event);
      if (grouping != null) {
        grouping.added(place, event);
      }
    }
    return taken;
  }

  /** Gives up an event that was among those of which it chooses; says whether it was here. */
  boolean giveUp(TimelineEvent event) {
    int place = chosen.test(event) ? InOrder.find(events, event) : -1;
    if (place < 0) {
      return false;
    }
    events.remove(place);
    if (grouping != null) {
      grouping.removed(place, event);
    }
    return true;
  }

  private Grouping grouping() {
    Grouping made = grouping;
    if (made == null) {
      made = new Grouping(events);
      grouping = made;
    }
    return made;
  }

  /** Those of them that belong to one incident, in order. */
  List<TimelineEvent> of(String incident) {
    return grouping().of(incident);
  }

  @Override
  public TimelineEvent get(int index) {
    return events.get(index);
  }

  @Override
  public List<TimelineEvent> subList(int fromIndex, int toIndex) {
    return new Window(fromIndex, events.subList(fromIndex, toIndex));
  }

  @Override
  public int size() {
    return events.size();
  }

  /** Some of the events that follow each other, as long as none comes or goes. */
  final class Window extends AbstractList<TimelineEvent> implements RandomAccess {
    private final int first;
    private final List<TimelineEvent> part;

    private Window(int first, List<TimelineEvent> part) {
      this.first = first;
      this.part = part;
    }

    /** Their incidents, in order of their first events here. */
    List<Incident> incidents() {
      return grouping().incidents(first, first + part.size());
    }

    @Override
    public TimelineEvent get(int index) {
      return part.get(index);
    }

    @Override
    public int size() {
      return part.size();
    }
  }
}
