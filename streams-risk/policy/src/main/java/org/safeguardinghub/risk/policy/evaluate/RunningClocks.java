package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import org.safeguardinghub.risk.policy.rule.Clock;
import org.safeguardinghub.risk.policy.rule.EventSelector;
import org.safeguardinghub.risk.policy.rule.ProcessRule.Clocks;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/**
 * Clocks that one event starts and another stops: a finding for each start that nothing stopped.
 */
final class RunningClocks {
  private final Scan scan;
  private final Clocks rule;
  private final Outcome outcome;
  private final Timers timers;

  RunningClocks(Scan scan, Clocks rule, Outcome outcome) {
    this.scan = scan;
    this.rule = rule;
    this.outcome = outcome;
    this.timers = new Timers(scan, outcome);
  }

  void run() {
    for (Clock clock : rule.clocks()) {
      if (clock.scopes().contains(scan.timeline().subject().scope())) {
        run(clock);
      }
    }
  }

  private void run(Clock clock) {
    List<TimelineEvent> stops = scan.about(Scan.of(clock.stops()));
    List<TimelineEvent> starts = starts(clock, stops);
    starts.forEach(start -> judge(clock, start, starts, stops));
  }

  private List<TimelineEvent> starts(Clock clock, List<TimelineEvent> stops) {
    return switch (clock.start()) {
      case Clock.Start.ByEvent start ->
          start.off() ? List.of() : once(clock, startedBy(start), stops);
      case Clock.Start.ByFinding(String pattern) ->
          outcome.before(pattern).stream()
              .map(draft -> draft.last().incidents().getFirst().first())
              .toList();
    };
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
  private static List<TimelineEvent> once(
      Clock clock, List<TimelineEvent> events, List<TimelineEvent> stops) {
    if (clock.restarts()) {
      return events;
    }
    List<TimelineEvent> starts = new ArrayList<>();
    for (TimelineEvent event : events) {
      boolean running =
          starts.stream()
              .filter(start -> start.incident().equals(event.incident()))
              .anyMatch(start -> lastOf(stops, start.at(), event.at()).isEmpty());
      if (!running) {
        starts.add(event);
      }
    }
    return starts;
  }

  private void judge(
      Clock clock, TimelineEvent start, List<TimelineEvent> starts, List<TimelineEvent> stops) {
    Optional<TimelineEvent> counted =
        clock.countedFrom().flatMap(earlier -> countedFrom(earlier, start, stops));
    Instant from = counted.map(TimelineEvent::at).orElse(start.at());
    Due due = Due.of(scan.calendars(), clock.allowance(), from).notBefore(start.at());
    boolean restarted =
        clock.restarts()
            && starts.stream()
                .map(TimelineEvent::at)
                .anyMatch(moment -> moment.isAfter(start.at()) && due.allows(moment));
    if (restarted
        || due.met(stops, start.at())
        || !timers.ranOut(clock.id(), start.id(), due, clock.waitsFor())) {
      return;
    }
    Map<String, String> values =
        Map.of(
            "period", clock.allowance().words(),
            "due", due.words(),
            "from", Words.day(from));
    Match match =
        new Match(
            clock.id(),
            List.of(new Incident(start.incident(), List.of(start))),
            counted.stream().toList(),
            clock.severity(),
            values,
            Set.of());
    outcome.found(new Draft(outcome.pattern(), rule.staged() ? clock.id() : "", due.at(), match));
  }

  /** The latest of these before the start, if nothing has stopped the clock in between. */
  private Optional<TimelineEvent> countedFrom(
      EventSelector earlier, TimelineEvent start, List<TimelineEvent> stops) {
    return lastOf(scan.about(Scan.of(earlier)), Instant.MIN, start.at())
        .filter(event -> lastOf(stops, event.at(), start.at()).isEmpty());
  }

  private static Optional<TimelineEvent> lastOf(
      List<TimelineEvent> events, Instant from, Instant upTo) {
    return events.stream()
        .filter(event -> !event.at().isBefore(from) && !event.at().isAfter(upTo))
        .reduce((_, later) -> later);
  }
}
