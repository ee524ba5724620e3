package org.safeguardinghub.risk.policy.evaluate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.safeguardinghub.risk.policy.finding.Deadline;
import org.safeguardinghub.risk.policy.finding.FindingIds;
import org.safeguardinghub.risk.policy.rule.PatternRule.RepeatMissing;
import org.safeguardinghub.risk.policy.rule.Threshold;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/** Missing often, long, young, or just after arriving alone. */
final class RepeatMissingMatcher implements Matcher {
  private static final double HALF = 0.5;

  private final Scan scan;
  private final RepeatMissing rule;
  private final String pattern;
  private final List<TimelineEvent> reports;
  private List<Incident> missing = List.of();
  private Set<String> incidents = Set.of();
  private final List<TimelineEvent> returns;
  private final List<TimelineEvent> arrivals;

  RepeatMissingMatcher(Scan scan, RepeatMissing rule, String pattern) {
    this.scan = scan;
    this.rule = rule;
    this.pattern = pattern;
    this.reports = scan.counting(Scan.of(rule.missing()));
    this.returns = scan.about(Scan.of(rule.returns()));
    this.arrivals = scan.about(Scan.of(rule.arrival()));
    grown();
  }

  @Override
  public boolean grows() {
    return true;
  }

  @Override
  public void grown() {
    missing = Scan.incidents(reports);
    incidents = missing.stream().map(Incident::key).collect(Collectors.toUnmodifiableSet());
  }

  // What is heard of an incident tells of all of it, and which return belongs to it.
  @Override
  public Instant since(TimelineEvent changed) {
    return scan.began(changed);
  }

  @Override
  public Instant reach(TimelineEvent changed) {
    int days = Math.max(rule.repeated().days(), rule.clustered().days());
    return scan.ended(changed).plus(Duration.ofDays(days)).plus(Duration.ofHours(rule.longHours()));
  }

  @Override
  public SortedSet<Instant> moments(Stretch when) {
    SortedSet<Instant> moments = InTime.moments(when, reports);
    for (Incident incident : missing) {
      if (when.holds(longAt(incident))
          && fullWhenLong(incident)
          && stillAwayWhenLong(incident)
          && !longAt(incident).isAfter(scan.now())) {
        moments.add(longAt(incident));
      }
    }
    return moments;
  }

  @Override
  public Optional<Match> at(Instant moment) {
    return single("arrival", moment, this::afterArrival)
        .or(() -> met("repeated", moment, rule.repeated()))
        .or(() -> met("clustered", moment, rule.clustered()))
        .or(
            () ->
                single(
                    "long", moment, one -> stillAwayWhenLong(one) && !longAt(one).isAfter(moment)))
        .or(() -> single("young", moment, this::young));
  }

  private Optional<Match> met(String clause, Instant moment, Threshold threshold) {
    List<Incident> recent = within(moment, threshold.window());
    double weight = recent.stream().mapToDouble(this::weight).sum();
    return weight < threshold.incidents()
        ? Optional.empty()
        : Optional.of(match(clause, recent, List.of(), threshold.days()));
  }

  /** One incident of full weight is enough; it is read for as long as repeats are. */
  private Optional<Match> single(String clause, Instant moment, Predicate<Incident> enough) {
    List<Incident> found =
        within(moment, rule.repeated().window()).stream()
            .filter(incident -> weight(incident) == 1 && enough.test(incident))
            .toList();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    List<TimelineEvent> support = new ArrayList<>();
    if (clause.equals("arrival")) {
      found.forEach(incident -> support.addAll(arrivalsBefore(incident)));
    }
    return Optional.of(match(clause, found, support, rule.repeated().days()));
  }

  private Match match(
      String clause, List<Incident> incidents, List<TimelineEvent> support, int days) {
    Map<String, String> values =
        Map.of(
            "days", Integer.toString(days),
            "hours",
                Integer.toString(clause.equals("arrival") ? rule.arrivalHours() : rule.longHours()),
            "years", Integer.toString(rule.youngUnderYears()));
    Match match =
        new Match(
            clause,
            incidents,
            support,
            clause.equals("arrival") ? rule.raised() : rule.severity(),
            values,
            Set.of());
    return scan.withAge(match);
  }

  // What is reported later of an incident is not known yet.
  private List<Incident> within(Instant moment, Duration window) {
    Instant start = moment.minus(window);
    return missing.subList(firstAfter(start), firstAfter(moment)).stream()
        .map(incident -> upTo(incident, moment))
        .toList();
  }

  private int firstAfter(Instant moment) {
    int low = 0;
    int high = missing.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (missing.get(middle).at().isAfter(moment)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private static Incident upTo(Incident incident, Instant moment) {
    return new Incident(
        incident.key(),
        incident.events().stream().filter(event -> !event.at().isAfter(moment)).toList());
  }

  private boolean fullWhenLong(Incident incident) {
    return weight(upTo(incident, longAt(incident))) == 1;
  }

  private double weight(Incident incident) {
    return incident.events().stream().allMatch(event -> event.flag(rule.halfWeight())) ? HALF : 1;
  }

  private boolean young(Incident incident) {
    return scan.youngerThan(scan.child(), rule.youngUnderYears(), incident.at());
  }

  private boolean afterArrival(Incident incident) {
    return !arrivalsBefore(incident).isEmpty();
  }

  private List<TimelineEvent> arrivalsBefore(Incident incident) {
    return InTime.within(arrivals, incident.at(), Duration.ofHours(rule.arrivalHours()));
  }

  private Instant longAt(Incident incident) {
    return incident.at().plus(Duration.ofHours(rule.longHours()));
  }

  private boolean stillAwayWhenLong(Incident incident) {
    Instant limit = longAt(incident);
    return InTime.during(returns, new Stretch(incident.at(), limit)).stream()
        .noneMatch(back -> ends(back, incident));
  }

  // A return that belongs to another missing incident ends only that one.
  private boolean ends(TimelineEvent back, Incident incident) {
    return back.incident().equals(incident.key()) || !incidents.contains(back.incident());
  }

  /** Moments at which an open incident becomes a long one. */
  @Override
  public List<Deadline> deadlines() {
    return missing.stream()
        .filter(incident -> longAt(incident).isAfter(scan.now()))
        .filter(incident -> fullWhenLong(incident) && stillAwayWhenLong(incident))
        .map(
            incident ->
                Deadline.of(
                    FindingIds.deadline(pattern, scan.timeline().subject(), incident.first().id()),
                    pattern,
                    incident.first().id(),
                    longAt(incident)))
        .toList();
  }
}
