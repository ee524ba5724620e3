package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import org.safeguardinghub.risk.policy.rule.Clock;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/**
 * A clock that one event starts and another stops: a finding for each start that nothing stopped.
 */
final class RunningClock implements Search {
  private final Scan scan;
  private final Clock clock;
  private final String stage;
  private final Outcome outcome;
  private final Timers timers;
  private final Judged judged;
  private final List<TimelineEvent> stops;
  private final List<TimelineEvent> earlier;
  private final List<TimelineEvent> starting;

  /**
   * @param stage of its findings
   */
  RunningClock(Clock clock, String stage, Outcome outcome) {
    this.scan = outcome.searched();
    this.clock = clock;
    this.stage = stage;
    this.outcome = outcome;
    this.timers = new Timers(outcome);
    this.judged = new Judged(outcome);
    this.stops = scan.about(Scan.of(clock.stops()));
    this.earlier = clock.countedFrom().map(events -> scan.about(Scan.of(events))).orElse(List.of());
    this.starting =
        clock.start() instanceof Clock.Start.ByEvent start && !start.off()
            ? startedBy(start)
            : List.of();
  }

  @Override
  public boolean followsOthers() {
    return true;
  }

  @Override
  public void run(List<Stretch> changed) {
    switch (clock.start()) {
      case Clock.Start.ByEvent _ -> judge(starting, judged.begin(changed));
      case Clock.Start.ByFinding(String pattern) ->
          judge(
              outcome.before(pattern).stream()
                  .map(draft -> draft.last().incidents().getFirst().first())
                  .sorted(TimelineEvent.ORDER)
                  .toList(),
              judged.beginWhole(changed));
    }
  }

  private void judge(List<TimelineEvent> all, Stretch when) {
    for (TimelineEvent start : InTime.during(all, when)) {
      if (clock.restarts() || !goesOn(start, all)) {
        judged.judge(start, start, () -> judge(start, all));
      }
    }
  }

  private List<TimelineEvent> startedBy(Clock.Start.ByEvent start) {
    Predicate<TimelineEvent> chosen = Scan.of(start.events()).and(event -> starts(start, event));
    return start.household() ? scan.inHousehold(chosen) : scan.about(chosen);
  }

  private boolean ofAge(Clock.Start.ByEvent start, TimelineEvent event) {
    if (!start.aged()) {
      return true;
    }
    OptionalInt months = scan.ages().monthsAt(scan.child(), event.at());
    return months.isEmpty()
        || (months.getAsInt() >= start.fromMonths() && months.getAsInt() < start.belowMonths());
  }

  // A concern starts a clock where it counts; a process event always does.
  private boolean starts(Clock.Start.ByEvent start, TimelineEvent event) {
    return (!event.concern() || start.household() || scan.counts(event))
        && start.feeds().map(feeds -> feeds.contains(event.sent().feed())).orElse(true)
        && ofAge(start, event)
        && event.level() >= start.minLevel()
        && event.level() <= start.maxLevel()
        && start.unless().filter(unless -> unless.holds(event.sent().attributes())).isEmpty();
  }

  /** Several reports of one incident start a clock once, until it is stopped. */
  private boolean goesOn(TimelineEvent start, List<TimelineEvent> all) {
    if (clock.start() instanceof Clock.Start.ByFinding) {
      return false;
    }
    TimelineEvent before = null;
    for (TimelineEvent event : Scan.together(all, start)) {
      // An earlier start of the incident can only run if the last one does.
      boolean goesOn = before != null && lastOf(stops, before.at(), event.at()).isEmpty();
      if (event.equals(start)) {
        return goesOn;
      }
      before = goesOn ? before : event;
    }
    return false;
  }

  private Stretch judge(TimelineEvent start, List<TimelineEvent> starts) {
    Optional<TimelineEvent> counted = countedFrom(start);
    Instant from = counted.map(TimelineEvent::at).orElse(start.at());
    Due due = Due.of(scan.calendars(), clock.allowance(), from).notBefore(start.at());
    boolean restarted = clock.restarts() && due.allows(InTime.next(starts, start.at()));
    if (!restarted
        && !due.met(stops, start.at())
        && timers.ranOut(clock.id(), start.id(), due, clock.waitsFor())) {
      found(start, counted, due);
    }
    return new Stretch(readFrom(start), due.known());
  }

  /** From when on it is counted, something long before may say. */
  private Instant readFrom(TimelineEvent start) {
    return clock.countedFrom().isEmpty()
        ? start.at()
        : InTime.lastUpTo(earlier, start.at()).map(TimelineEvent::at).orElse(Instant.MIN);
  }

  private void found(TimelineEvent start, Optional<TimelineEvent> counted, Due due) {
    Instant from = counted.map(TimelineEvent::at).orElse(start.at());
    Map<String, String> values =
        Map.of(
            "period", clock.allowance().words(),
            "due", due.words(),
            "from", Words.day(from));
    Match match =
        new Match(
            clock.id(),
            List.of(Incident.of(start)),
            counted.stream().toList(),
            clock.severity(),
            values,
            Set.of());
    outcome.found(new Draft(outcome.pattern(), stage, due.at(), match));
  }

  /** The latest of these before the start, if nothing has stopped the clock in between. */
  private Optional<TimelineEvent> countedFrom(TimelineEvent start) {
    return InTime.lastUpTo(earlier, start.at())
        .filter(event -> lastOf(stops, event.at(), start.at()).isEmpty());
  }

  private static Optional<TimelineEvent> lastOf(
      List<TimelineEvent> events, Instant from, Instant upTo) {
    return InTime.lastUpTo(events, upTo).filter(event -> !event.at().isBefore(from));
  }
}
