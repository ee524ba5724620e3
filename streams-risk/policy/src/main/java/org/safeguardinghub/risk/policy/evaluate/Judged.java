package org.safeguardinghub.risk.policy.evaluate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguardinghub.risk.policy.timeline.AttributedEvent;
import org.safeguardinghub.risk.policy.timeline.InOrder;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/**
 * What a search came to for each event that it judges, in their order. What neither waits nor was
 * touched since is settled and not judged again; what happened long before anything that changed is
 * not even looked at.
 */
final class Judged {
  private final Outcome outcome;
  private final List<TimelineEvent> events = new ArrayList<>();
  private final List<Kept> kept = new ArrayList<>();

  /** Those of them that came to anything, and what they came to. */
  private final List<Kept> telling = new ArrayList<>();

  private final List<Draft> found = new ArrayList<>();
  private final List<Outcome.ForSteward> forSteward = new ArrayList<>();

  private Map<AttributedEvent, Kept> before = Map.of();
  private List<Stretch> changed = List.of();

  /** The longest time from an event to the last moment that one of these judgements looked at. */
  private Duration longest = Duration.ZERO;

  /** When the first of the events happened that still wait. */
  private Instant waiting = Instant.MAX;

  private record Kept(TimelineEvent event, Object judged, Stretch read, Outcome.Noted came) {}

  /** Judges one thing; says when what happened is all that it looked at. */
  interface Judgement {
    Stretch judge();
  }

  Judged(Outcome outcome) {
    this.outcome = outcome;
    outcome.keeps(this);
  }

  /** What its events came to, in their order. */
  List<Draft> found() {
    return found;
  }

  /** Of those what waits for a person who settles whom it is about. */
  List<Outcome.ForSteward> forSteward() {
    return forSteward;
  }

  /**
   * Begins a run; what was settled long before it stands.
   *
   * @param since when something happened otherwise than before
   * @return the time of which all events are to be judged now, in their order
   */
  Stretch begin(List<Stretch> since) {
    Instant from = waiting;
    for (Stretch stretch : since) {
      from = InTime.earlier(from, stretch.earlier(longest).from());
    }
    return begin(since, from);
  }

  /** The same where any event may have come or gone. */
  Stretch beginWhole(List<Stretch> since) {
    return begin(since, Instant.MIN);
  }

  private Stretch begin(List<Stretch> since, Instant from) {
    changed = Stretch.apart(since);
    waiting = Instant.MAX;
    int first = InTime.firstFrom(events, from);
    before = new HashMap<>();
    for (Kept later : kept.subList(first, kept.size())) {
      before.put(later.event().sent(), later);
    }
    events.subList(first, events.size()).clear();
    kept.subList(first, kept.size()).clear();
    while (!telling.isEmpty() && !telling.getLast().event().at().isBefore(from)) {
      Outcome.Noted came = telling.removeLast().came();
      removeLast(found, came.found().size());
      removeLast(forSteward, came.forSteward().size());
    }
    return new Stretch(from, Instant.MAX);
  }

  private static void removeLast(List<?> all, int count) {
    all.subList(all.size() - count, all.size()).clear();
  }

  /**
   * @param event that it begins with
   * @param judged what it reads as
   */
  void judge(TimelineEvent event, Object judged, Judgement judgement) {
    Kept known = before.get(event.sent());
    if (known != null
        && known.judged().equals(judged)
        && !known.came().waits()
        && !known.read().meetsAny(changed)) {
      keep(known);
      return;
    }
    Outcome.Mark mark = outcome.mark();
    Stretch read = judgement.judge();
    keep(new Kept(event, judged, read, outcome.takeSince(mark)));
  }

  private void keep(Kept one) {
    events.add(one.event());
    kept.add(one);
    if (one.came().tells()) {
      telling.add(one);
      found.addAll(one.came().found());
      forSteward.addAll(one.came().forSteward());
    }
    if (one.came().waits()) {
      waiting = InTime.earlier(waiting, one.event().at());
    }
    Duration length = Duration.between(one.event().at(), one.read().until());
    longest = length.compareTo(longest) > 0 ? length : longest;
  }

  /** The last event that was judged. */
  Optional<TimelineEvent> last() {
    return events.isEmpty() ? Optional.empty() : Optional.of(events.getLast());
  }

  /** Of how many of them something is told. */
  int told() {
    return telling.size();
  }

  /** Whether an event was judged. */
  boolean holds(TimelineEvent event) {
    return InOrder.find(events, event) >= 0;
  }
}
