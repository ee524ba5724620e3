package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.risk.policy.rule.ProcessRule.Vanishing;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/**
 * Nobody has seen the child since it left: the second stage of vanishing. Further leavings before
 * somebody sees the child belong to the same spell.
 */
final class NotSeenSince {
  private final Scan scan;
  private final Vanishing rule;
  private final LeavingMatcher leaving;
  private final Outcome outcome;
  private final Timers timers;
  private final List<TimelineEvent> sightings;
  private final List<TimelineEvent> ends;

  NotSeenSince(Scan scan, Vanishing rule, LeavingMatcher leaving, Outcome outcome) {
    this.scan = scan;
    this.rule = rule;
    this.leaving = leaving;
    this.outcome = outcome;
    this.timers = new Timers(scan, outcome);
    this.sightings = scan.about(Scan.of(rule.sightings()));
    List<TimelineEvent> all = new ArrayList<>(sightings);
    all.addAll(scan.about(leaving::accepted));
    this.ends = all.stream().sorted(TimelineEvent.ORDER).toList();
  }

  void run() {
    TimelineEvent spell = null;
    for (TimelineEvent trigger : leaving.triggers()) {
      Optional<Match> left = leaving.at(trigger.at());
      if (left.isPresent() && (spell == null || ended(spell, trigger.at()))) {
        judge(trigger, left.get());
        spell = timers.waived("", trigger) ? null : trigger;
      }
    }
  }

  private boolean ended(TimelineEvent spell, Instant upTo) {
    return ends.stream().anyMatch(end -> !end.at().isBefore(spell.at()) && !end.at().isAfter(upTo));
  }

  private void judge(TimelineEvent trigger, Match left) {
    Due due = Due.of(scan.calendars(), rule.unseen(), trigger.at());
    if (due.met(ends, trigger.at()) || !timers.ranOut("", trigger, due)) {
      return;
    }
    Map<String, String> values = new HashMap<>(left.values());
    values.put("period", rule.unseen().words());
    values.put("due", due.words());
    values.put("seen", lastSeen(trigger.at()));
    List<TimelineEvent> history =
        left.evidence().stream().filter(event -> !event.id().equals(trigger.id())).toList();
    Match match =
        new Match(
            "unseen",
            List.of(new Incident(trigger.incident(), List.of(trigger))),
            history,
            rule.raised(),
            values,
            Set.of());
    outcome.found(new Draft(outcome.pattern(), Vanishing.UNSEEN, due.at(), match));
  }

  private String lastSeen(Instant before) {
    return sightings.stream()
        .filter(event -> event.at().isBefore(before))
        .reduce((_, later) -> later)
        .map(event -> event.sent().publisher().family().title() + " on " + Words.day(event.at()))
        .orElse("never, as far as the hub knows");
  }
}
