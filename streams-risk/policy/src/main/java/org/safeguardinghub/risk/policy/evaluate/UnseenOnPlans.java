package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.safeguardinghub.risk.policy.rule.EpisodeKind;
import org.safeguardinghub.risk.policy.rule.EpisodeRules;
import org.safeguardinghub.risk.policy.rule.EventSelector;
import org.safeguardinghub.risk.policy.rule.ProcessRule.UnseenOnPlan;
import org.safeguardinghub.risk.policy.rule.ProcessRule.UnseenOnPlan.PlanVisits;
import org.safeguardinghub.risk.policy.timeline.InOrder;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/** No visit has seen a child with a plan: since the plan or since the last visit. */
final class UnseenOnPlans implements Search {
  private final Scan scan;
  private final UnseenOnPlan rule;
  private final Outcome outcome;
  private final Timers timers;
  private final Map<EpisodeKind, Judged> judged = new EnumMap<>(EpisodeKind.class);
  private final Judged closed;
  private final List<TimelineEvent> visits;
  private final List<TimelineEvent> others;
  private final List<TimelineEvent> access;
  private final List<TimelineEvent> tries;
  private final Map<EpisodeKind, List<TimelineEvent>> starting = new EnumMap<>(EpisodeKind.class);

  UnseenOnPlans(UnseenOnPlan rule, Outcome outcome) {
    this.scan = outcome.searched();
    this.rule = rule;
    this.outcome = outcome;
    this.timers = new Timers(outcome);
    this.closed = new Judged(outcome);
    this.visits = scan.about(Scan.of(rule.visits()));
    this.others = scan.about(Scan.of(rule.otherSightings()).and(Scan.of(rule.visits()).negate()));
    this.access = scan.about(Scan.of(rule.access()));
    this.tries = scan.counting(Scan.of(rule.failed()));
    for (PlanVisits plan : rule.plans()) {
      starting.put(plan.kind(), starting(plan.kind()));
      judged.put(plan.kind(), new Judged(outcome));
    }
  }

  @Override
  public void run(List<Stretch> changed) {
    List<EpisodeKind> stricter = new ArrayList<>();
    for (PlanVisits plan : rule.plans()) {
      List<EpisodeKind> first = List.copyOf(stricter);
      Judged known = Objects.requireNonNull(judged.get(plan.kind()));
      for (TimelineEvent start : starts(plan.kind(), known.begin(changed))) {
        known.judge(start, start, () -> judge(plan, start, first));
      }
      stricter.add(plan.kind());
    }
    noAccess(closed.begin(changed));
  }

  // It may be a further report of an incident, which counts as when it was told first.
  @Override
  public Instant judgedAt(TimelineEvent changed) {
    return scan.began(changed);
  }

  private List<TimelineEvent> starting(EpisodeKind kind) {
    List<EventSelector> either = new ArrayList<>(List.of(rule.visits()));
    for (EpisodeRules.Opens opens : scan.policy().episodes().opens()) {
      if (opens.kind() == kind) {
        either.add(opens.events());
      }
    }
    return scan.about(Scan.any(either));
  }

  /** The opening of a plan, and each visit while it is open. */
  private Collection<TimelineEvent> starts(EpisodeKind kind, Stretch when) {
    SortedMap<Instant, TimelineEvent> starts = new TreeMap<>();
    for (TimelineEvent event : InTime.during(starting.getOrDefault(kind, List.of()), when)) {
      boolean before = scan.episodes().openAt(event.at().minusNanos(1)).contains(kind);
      boolean starting = visit(event) || (!before && opens(event, kind));
      if (starting && scan.episodes().openAt(event.at()).contains(kind)) {
        // Of one moment the visit, which no visit of that moment stops.
        starts.merge(event.at(), event, (one, other) -> visit(one) ? one : other);
      }
    }
    return starts.values();
  }

  private boolean visit(TimelineEvent event) {
    return Scan.is(rule.visits(), event);
  }

  private boolean opens(TimelineEvent event, EpisodeKind kind) {
    Map<String, Object> attributes = event.sent().attributes();
    for (EpisodeRules.Opens opens : scan.policy().episodes().opens()) {
      if (opens.kind() == kind && opens.by(event.type(), attributes)) {
        return true;
      }
    }
    return false;
  }

  private Stretch judge(PlanVisits plan, TimelineEvent start, List<EpisodeKind> stricter) {
    Due due = Due.of(scan.calendars(), plan.allowance(), start.at());
    boolean seen = due.met(visits, visit(start) ? start.at().plusNanos(1) : start.at());
    boolean runs =
        scan.episodes().openThroughout(plan.kind(), start.at(), due.at())
            && stricter.stream()
                .noneMatch(kind -> scan.episodes().openThroughout(kind, start.at(), due.at()));
    if (!seen && runs && timers.ranOut(plan.kind().name(), start, due)) {
      overdue(plan, start, due);
    }
    return new Stretch(visit(start) ? start.at() : visitedUpTo(start.at()), due.known());
  }

  private void overdue(PlanVisits plan, TimelineEvent start, Due due) {
    Map<String, String> values = new HashMap<>();
    values.put("plan", plan.kind().words());
    values.put("period", plan.allowance().words());
    values.put("due", due.words());
    values.put("start", (visit(start) ? "the visit of " : "the start on ") + Words.day(start.at()));
    values.put("alone", seenAlone(start.at()));
    values.put("otherSightings", otherSightings(start.at(), due));
    found("overdue", due.at(), List.of(start), values);
  }

  /** Visits in a row to which nobody opened: of an incident its first report. */
  private void noAccess(Stretch when) {
    Instant opened =
        InTime.lastBefore(access, when.from()).map(TimelineEvent::at).orElse(Instant.MIN);
    Stretch since = new Stretch(opened, Instant.MAX);
    List<TimelineEvent> all = new ArrayList<>(InTime.during(tries, since));
    all.addAll(InTime.during(access, since));
    all.sort(TimelineEvent.ORDER);
    List<TimelineEvent> row = new ArrayList<>();
    boolean told = false;
    for (TimelineEvent event : all) {
      if (InOrder.find(access, event) >= 0) {
        row.clear();
        told = false;
        continue;
      }
      if (firstReport(event)) {
        row.add(event);
      }
      if (!told && row.size() >= rule.failedInRow()) {
        // Of what happened before it is known already.
        told = when.holds(event.at()) ? !planAt(event.at()).isEmpty() : closed.holds(event);
        if (told && when.holds(event.at())) {
          List<TimelineEvent> failed = List.copyOf(row);
          closed.judge(event, failed, () -> noAccess(failed, event.at()));
        }
      }
    }
  }

  private boolean firstReport(TimelineEvent event) {
    for (TimelineEvent other : Scan.together(tries, event)) {
      if (InOrder.find(access, other) < 0) {
        return other.equals(event);
      }
    }
    return true;
  }

  private Stretch noAccess(List<TimelineEvent> row, Instant at) {
    Map<String, String> values = new HashMap<>();
    values.put("plan", planAt(at));
    values.put("alone", seenAlone(at));
    found("noAccess", at, row, values);
    return new Stretch(InTime.earlier(visitedUpTo(at), row.getFirst().at()), at);
  }

  private void found(
      String clause, Instant at, List<TimelineEvent> events, Map<String, String> values) {
    Match match = Match.of(clause, Scan.incidents(events), rule.severity(), values);
    outcome.found(new Draft(outcome.pattern(), "", at, match));
  }

  private String planAt(Instant moment) {
    Set<EpisodeKind> open = scan.episodes().openAt(moment);
    return String.join(
        " and ",
        rule.plans().stream()
            .map(PlanVisits::kind)
            .filter(open::contains)
            .map(EpisodeKind::words)
            .toList());
  }

  /** When the last visit was; whether the child was seen alone, no earlier one tells. */
  private Instant visitedUpTo(Instant moment) {
    return InTime.lastUpTo(visits, moment).map(TimelineEvent::at).orElse(Instant.MIN);
  }

  private String seenAlone(Instant upTo) {
    return InTime.lastUpTo(visits, upTo)
        .map(visit -> visit.sent().attributes().get(rule.seenAlone()))
        .map(alone -> alone.equals(true) ? "yes" : "no")
        .orElse("not recorded");
  }

  private String otherSightings(Instant from, Due due) {
    List<String> seen =
        others.stream()
            .filter(event -> !event.at().isBefore(from) && due.allows(event.at()))
            .map(
                event -> event.sent().publisher().family().title() + " on " + Words.day(event.at()))
            .distinct()
            .toList();
    return seen.isEmpty() ? "none that the hub knows of" : String.join("; ", seen);
  }
}
