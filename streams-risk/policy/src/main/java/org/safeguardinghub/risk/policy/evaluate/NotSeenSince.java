package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
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
final class NotSeenSince implements Search {
  private final Scan scan;
  private final Vanishing rule;
  private final Accumulation left;
  private final Outcome outcome;
  private final Timers timers;
  private final Judged judged;
  private final List<TimelineEvent> sightings;
  private final List<TimelineEvent> ends;
  private final List<TimelineEvent> triggers;

  /**
   * @param left what became of the leavings
   */
  NotSeenSince(Vanishing rule, Accumulation left, Outcome outcome) {
    this.scan = outcome.searched();
    this.rule = rule;
    this.left = left;
    this.outcome = outcome;
    this.timers = new Timers(outcome);
    this.judged = new Judged(outcome);
    this.sightings = scan.about(Scan.of(rule.sightings()));
    this.ends =
        scan.about(
            Scan.of(rule.sightings())
                .or(
                    Scan.of(rule.acceptances())
                        .and(event -> LeavingMatcher.accepted(rule, event))));
    this.triggers = LeavingMatcher.triggers(scan, rule);
  }

  @Override
  public void run(List<Stretch> changed) {
    Stretch when = judged.begin(changed);
    TimelineEvent spell = judged.last().filter(last -> !timers.waived("", last)).orElse(null);
    for (TimelineEvent trigger : InTime.during(triggers, when)) {
      Optional<Match> match = left.at(trigger.at());
      if (match.isPresent() && (spell == null || ended(spell, trigger.at()))) {
        Match before = match.get();
        judged.judge(trigger, List.of(trigger, before), () -> judge(trigger, before));
        spell = timers.waived("", trigger) ? null : trigger;
      }
    }
  }

  private boolean ended(TimelineEvent spell, Instant upTo) {
    return !InTime.during(ends, new Stretch(spell.at(), upTo)).isEmpty();
  }

  private Stretch judge(TimelineEvent trigger, Match left) {
    Due due = Due.of(scan.calendars(), rule.unseen(), trigger.at());
    if (!due.met(ends, trigger.at()) && timers.ranOut("", trigger, due)) {
      found(trigger, left, due);
    }
    return new Stretch(seenBefore(trigger).map(TimelineEvent::at).orElse(Instant.MIN), due.known());
  }

  private void found(TimelineEvent trigger, Match left, Due due) {
    Map<String, String> values = new HashMap<>(left.values());
    values.put("period", rule.unseen().words());
    values.put("due", due.words());
    values.put("seen", lastSeen(trigger));
    List<TimelineEvent> history =
        left.evidence().stream().filter(event -> !event.id().equals(trigger.id())).toList();
    Match match =
        new Match(
            "unseen", List.of(Incident.of(trigger)), history, rule.raised(), values, Set.of());
    outcome.found(new Draft(outcome.pattern(), Vanishing.UNSEEN, due.at(), match));
  }

  private Optional<TimelineEvent> seenBefore(TimelineEvent trigger) {
    return InTime.lastBefore(sightings, trigger.at());
  }

  private String lastSeen(TimelineEvent trigger) {
    return seenBefore(trigger)
        .map(event -> event.sent().publisher().family().title() + " on " + Words.day(event.at()))
        .orElse("never, as far as the hub knows");
  }
}
