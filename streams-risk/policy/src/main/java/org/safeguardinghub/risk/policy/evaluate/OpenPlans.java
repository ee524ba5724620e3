package org.safeguardinghub.risk.policy.evaluate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.safeguardinghub.risk.policy.rule.EpisodeRules;
import org.safeguardinghub.risk.policy.rule.ExploitationRule.OpenPlan;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/**
 * Whether somebody leads a plan for this child about the matter already, and has not gone silent
 * about it.
 */
final class OpenPlans {
  private final List<TimelineEvent> opened;
  private final List<TimelineEvent> closed;
  private final List<TimelineEvent> activity;
  private final Predicate<TimelineEvent> opensOrCloses;
  private final Duration stale;

  OpenPlans(Scan scan, Optional<OpenPlan> plan) {
    EpisodeRules episodes = scan.policy().episodes();
    this.stale = Duration.ofDays(episodes.staleAfterDays());
    this.opensOrCloses =
        plan.<Predicate<TimelineEvent>>map(
                open -> Scan.any(open.opens()).or(Scan.of(open.closes())))
            .orElse(_ -> false);
    this.opened = plan.map(open -> scan.about(Scan.any(open.opens()))).orElse(List.of());
    this.closed = plan.map(open -> scan.about(Scan.of(open.closes()))).orElse(List.of());
    this.activity =
        plan.map(
                open ->
                    scan.own(
                        event ->
                            episodes.activityFamilies().contains(event.sent().publisher().family())
                                || Scan.isAny(open.opens(), event)))
            .orElse(List.of());
  }

  /** The last moment of which an event may say something else here. */
  Instant reach(TimelineEvent changed) {
    Instant touched = changed.at().plus(stale);
    return opensOrCloses.test(changed)
        ? InTime.later(
            touched,
            InTime.later(InTime.next(opened, changed.at()), InTime.next(closed, changed.at())))
        : touched;
  }

  boolean ledAt(Instant moment) {
    Optional<Instant> opening = InTime.lastUpTo(opened, moment).map(TimelineEvent::at);
    return opening.isPresent()
        && InTime.lastUpTo(closed, moment)
            .filter(close -> !close.at().isBefore(opening.get()))
            .isEmpty()
        && !InTime.within(activity, moment, stale).isEmpty();
  }
}
