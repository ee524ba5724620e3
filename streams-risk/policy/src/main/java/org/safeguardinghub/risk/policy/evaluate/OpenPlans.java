package org.safeguardinghub.risk.policy.evaluate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safeguardinghub.risk.policy.rule.EpisodeRules;
import org.safeguardinghub.risk.policy.rule.EventSelector;
import org.safeguardinghub.risk.policy.rule.ExploitationRule.OpenPlan;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/** Whether somebody leads a plan about the matter already, and has not gone silent about it. */
final class OpenPlans {
  private final List<TimelineEvent> opened;
  private final List<TimelineEvent> closed;
  private final List<TimelineEvent> activity;
  private final Duration stale;

  OpenPlans(Scan scan, Optional<OpenPlan> plan) {
    EpisodeRules episodes = scan.policy().episodes();
    this.stale = Duration.ofDays(episodes.staleAfterDays());
    this.opened = scan.own(event -> plan.isPresent() && any(plan.get().opens(), event));
    this.closed = scan.own(event -> plan.isPresent() && Scan.of(plan.get().closes()).test(event));
    List<TimelineEvent> touched = new ArrayList<>(opened);
    touched.addAll(
        scan.own(event -> episodes.activityFamilies().contains(event.sent().publisher().family())));
    touched.sort(TimelineEvent.ORDER);
    this.activity = List.copyOf(touched);
  }

  static boolean any(List<EventSelector> selectors, TimelineEvent event) {
    return selectors.stream().anyMatch(selector -> Scan.of(selector).test(event));
  }

  boolean ledAt(Instant moment) {
    Optional<Instant> opening = latest(opened, moment);
    Optional<Instant> closing = latest(closed, moment);
    return opening.isPresent()
        && closing.filter(close -> !close.isBefore(opening.get())).isEmpty()
        && !Scan.within(activity, moment, stale).isEmpty();
  }

  private static Optional<Instant> latest(List<TimelineEvent> events, Instant moment) {
    return events.stream()
        .map(TimelineEvent::at)
        .filter(at -> !at.isAfter(moment))
        .max(Instant::compareTo);
  }
}
