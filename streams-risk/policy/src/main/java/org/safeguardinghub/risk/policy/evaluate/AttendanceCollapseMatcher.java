package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.risk.policy.rule.LifeRule.AttendanceCollapse;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/** Attendance breaks off while another agency family is concerned. */
final class AttendanceCollapseMatcher implements Matcher {
  private final AttendanceCollapse rule;
  private final List<TimelineEvent> collapses;
  private final List<TimelineEvent> concerns;

  AttendanceCollapseMatcher(Scan scan, AttendanceCollapse rule) {
    this.rule = rule;
    this.collapses =
        scan.counting(
            Scan.of(rule.graded())
                .or(Scan.of(rule.unexplained()))
                .and(event -> collapsed(event) || Scan.is(rule.unexplained(), event))
                .and(event -> !excused(event)));
    this.concerns =
        scan.counting(event -> event.level() >= rule.minLevel() && !Scan.is(rule.facts(), event));
  }

  private boolean collapsed(TimelineEvent event) {
    return Scan.is(rule.graded(), event)
        && percent(event, rule.before()).filter(was -> was >= rule.beforeFrom()).isPresent()
        && percent(event, rule.now()).filter(is -> is < rule.nowBelow()).isPresent();
  }

  // What was not told is not known, and never a collapse.
  private static Optional<Integer> percent(TimelineEvent event, String attribute) {
    return event.sent().attributes().get(attribute) instanceof Integer value
        ? Optional.of(value)
        : Optional.empty();
  }

  private boolean excused(TimelineEvent event) {
    return rule.excusing().stream().anyMatch(event::flag);
  }

  @Override
  public boolean grows() {
    return true;
  }

  @Override
  public SortedSet<Instant> moments(Stretch when) {
    return InTime.moments(when, collapses, concerns);
  }

  @Override
  public Instant reach(TimelineEvent changed) {
    return InTime.after(changed, rule.windowDays());
  }

  @Override
  public Optional<Match> at(Instant moment) {
    List<TimelineEvent> absent = InTime.within(collapses, moment, rule.windowDays());
    if (absent.isEmpty()) {
      return Optional.empty();
    }
    List<Incident> school = Scan.incidents(absent);
    Set<OriginFamily> schools = Incident.families(school);
    List<Incident> others = new ArrayList<>();
    for (Incident concern : Scan.incidents(InTime.within(concerns, moment, rule.windowDays()))) {
      if (schools.size() > 1 || !schools.contains(concern.origin())) {
        others.add(concern);
      }
    }
    if (others.isEmpty()) {
      return Optional.empty();
    }
    List<Incident> all = new ArrayList<>(school);
    all.addAll(others);
    all.sort(Comparator.comparing(Incident::first, TimelineEvent.ORDER));
    return Optional.of(
        Match.of(
            absent.stream().anyMatch(this::collapsed) ? "collapse" : "unexplained",
            all,
            rule.severity(),
            values(absent, others)));
  }

  private Map<String, String> values(List<TimelineEvent> absent, List<Incident> others) {
    return Map.of(
        "days", Integer.toString(rule.windowDays()),
        "before", Integer.toString(rule.beforeFrom()),
        "now", Integer.toString(rule.nowBelow()),
        "collapsed", Words.day(absent.getLast().at()),
        "concerns", Integer.toString(others.size()),
        "otherFamilies", Words.families(Incident.families(others)));
  }
}
