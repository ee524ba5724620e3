package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safeguardinghub.kernel.event.SubjectRole;
import org.safeguardinghub.risk.policy.rule.ProcessRule.SiblingsUnchecked;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/** One child of a household was gravely harmed, and another was not checked. */
final class UncheckedSiblings implements Search {
  private final Scan scan;
  private final SiblingsUnchecked rule;
  private final Outcome outcome;
  private final Timers timers;
  private final Judged judged;
  private final List<TimelineEvent> visits;
  private final List<TimelineEvent> checks;
  private final List<TimelineEvent> harms;
  private final List<TimelineEvent> unborn;
  private final List<TimelineEvent> told;

  UncheckedSiblings(SiblingsUnchecked rule, Outcome outcome) {
    this.scan = outcome.searched();
    this.rule = rule;
    this.outcome = outcome;
    this.timers = new Timers(outcome);
    this.judged = new Judged(outcome);
    this.visits = scan.own(Scan.of(rule.visits()));
    this.checks = scan.own(Scan.of(rule.checks()));
    this.harms = scan.counting(Scan.any(rule.harm()).and(this::grave));
    this.unborn = scan.own(event -> event.sent().role() == SubjectRole.UNBORN);
    this.told = scan.own(_ -> true);
  }

  // Who was told of matters only where somebody was not born yet.
  @Override
  public boolean minds(TimelineEvent event) {
    return !unborn.isEmpty()
        || event.sent().role() == SubjectRole.UNBORN
        || Scan.is(rule.visits(), event)
        || Scan.is(rule.checks(), event)
        || Scan.isAny(rule.harm(), event);
  }

  @Override
  public void run(List<Stretch> changed) {
    for (TimelineEvent event : InTime.during(harms, judged.begin(changed))) {
      Scan.begunBy(harms, event).ifPresent(harm -> judged.judge(event, harm, () -> judge(harm)));
    }
  }

  // It may be a further report of an incident, which was judged when it began.
  @Override
  public Instant judgedAt(TimelineEvent changed) {
    return scan.began(changed);
  }

  private boolean grave(TimelineEvent event) {
    return event.level() >= rule.minLevel()
        && !Scan.is(rule.otherHarm(), event)
        && scan.harmed(event)
        && !event.sent().whose().children().isEmpty();
  }

  private Stretch judge(Incident harm) {
    Due due = Due.of(scan.calendars(), rule.allowance(), harm.at());
    Set<String> others = others(harm);
    if (!others.isEmpty()
        && !checked(others, harm.at(), due)
        && timers.ranOut("", harm.first(), due)) {
      Map<String, String> values =
          Map.of(
              "period", rule.allowance().words(),
              "due", due.words(),
              "others", others.size() == 1 ? "1 other child" : others.size() + " other children");
      Incident first = Incident.of(harm.first());
      Match match = Match.of("unchecked", List.of(first), rule.severity(), values);
      outcome.found(new Draft(outcome.pattern(), "", due.at(), match));
    }
    // Who was not born yet, something long before may tell.
    return new Stretch(unborn.isEmpty() ? harm.at() : Instant.MIN, due.known());
  }

  /** The other children who lived there when it happened. */
  private Set<String> others(Incident harm) {
    Set<String> others = new HashSet<>(scan.timeline().childrenAt(harm.at()));
    harm.events().forEach(event -> others.removeAll(event.sent().whose().children()));
    others.removeIf(
        child ->
            scan.ages().grownUp(child, harm.at(), rule.adultFromYears())
                || unborn(child, harm.at()));
    return others;
  }

  private boolean unborn(String child, Instant moment) {
    return scan.ages().unbornAt(child, moment, rule.pregnancyDays())
        || (!unborn.isEmpty()
            && told.subList(0, InTime.firstAfter(told, moment)).reversed().stream()
                .filter(event -> event.sent().whose().children().contains(child))
                .findFirst()
                .filter(event -> event.sent().role() == SubjectRole.UNBORN)
                .isPresent());
  }

  private boolean checked(Set<String> others, Instant from, Due due) {
    return due.met(checks, from)
        || others.stream().allMatch(child -> due.metFor(child, visits, from));
  }
}
