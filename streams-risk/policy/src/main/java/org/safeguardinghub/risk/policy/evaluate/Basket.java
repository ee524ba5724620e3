package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.risk.policy.timeline.InOrder;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/** The events on which a finding rests. Whoever made it adds to it as steps are taken. */
final class Basket {
  private final Map<String, TimelineEvent> events;
  private final List<TimelineEvent> inOrder;
  private final Deque<Put> puts = new ArrayDeque<>();
  private @Nullable List<TimelineEvent> shown;

  /**
   * That an event was put in after this was begun.
   *
   * @param at the moment of the step that rests on it
   * @param instead of which other reading of it, if any
   */
  private record Put(Instant at, TimelineEvent event, @Nullable TimelineEvent instead) {}

  private Basket(Map<String, TimelineEvent> events, List<TimelineEvent> inOrder) {
    this.events = events;
    this.inOrder = inOrder;
  }

  static Basket of(Match match) {
    Map<String, TimelineEvent> events = match.evidenceById();
    List<TimelineEvent> inOrder = new ArrayList<>(events.values());
    inOrder.sort(TimelineEvent.ORDER);
    return new Basket(events, inOrder);
  }

  /** The events in order, as they are now. */
  List<TimelineEvent> inOrder() {
    List<TimelineEvent> made = shown;
    if (made == null) {
      made = List.copyOf(inOrder);
      shown = made;
    }
    return made;
  }

  /**
   * Adds what more steps rest on, the latest reading of each event.
   *
   * @param last what this rests on already: windows overlap, so that the next one is much the same
   */
  void add(Match last, List<Step> steps) {
    Match before = last;
    for (Step step : steps) {
      add(step, before);
      before = step.match();
    }
  }

  private void add(Step step, Match before) {
    Match match = step.match();
    for (TimelineEvent event : match.support()) {
      add(event, step);
    }
    for (Incident incident : step.beyond(before)) {
      add(incident.first(), step);
    }
  }

  /** Adds what was told before them, but for events that later steps read otherwise. */
  void add(Match earlier) {
    for (TimelineEvent event : earlier.evidence()) {
      if (!events.containsKey(event.id())) {
        put(new Put(Instant.MAX, event, null));
      }
    }
  }

  /**
   * Takes back what steps of a moment or later have added, and what was told before that was added
   * after them; says whether anything was.
   */
  boolean takeBack(Instant from) {
    int before = puts.size();
    while (!puts.isEmpty() && !puts.getLast().at().isBefore(from)) {
      Put last = puts.removeLast();
      shown = null;
      InOrder.remove(inOrder, last.event());
      if (last.instead() == null) {
        events.remove(last.event().id());
      } else {
        events.put(last.event().id(), last.instead());
        InOrder.add(inOrder, last.instead());
      }
    }
    return puts.size() < before;
  }

  // A message may name several persons; the first of them stands for it.
  private void add(TimelineEvent event, Step step) {
    TimelineEvent known = events.get(event.id());
    TimelineEvent now =
        known == null || known.equals(event) ? event : step.match().evidence(event.id());
    if (!now.equals(known)) {
      put(new Put(step.moment(), now, known));
    }
  }

  private void put(Put put) {
    shown = null;
    puts.addLast(put);
    events.put(put.event().id(), put.event());
    if (put.instead() != null) {
      InOrder.remove(inOrder, put.instead());
    }
    InOrder.add(inOrder, put.event());
  }
}
