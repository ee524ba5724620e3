package org.safeguardinghub.risk.policy.evaluate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.kernel.subject.Scope;
import org.safeguardinghub.risk.policy.rule.HarmRule.NewAdult;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/**
 * A new adult, then harm. Each occurrence is found on one timeline only: an injury on that of the
 * child who was hurt, wherever in the household the adult was reported; domestic abuse on the
 * household's, and on the child's only where the household's timeline cannot show both.
 */
final class NewAdultMatcher implements Matcher {
  private final Scan scan;
  private final NewAdult rule;
  private final boolean household;
  private final List<TimelineEvent> arrivals;
  private final List<TimelineEvent> injuries;
  private final List<TimelineEvent> abuse;
  private final Remarks remarks;

  NewAdultMatcher(Scan scan, NewAdult rule) {
    this.scan = scan;
    this.rule = rule;
    this.household = scan.timeline().subject().scope() == Scope.HOUSEHOLD;
    this.arrivals = scan.inHousehold(Scan.of(rule.arrivals()).or(Scan.of(rule.marked())));
    this.remarks = new Remarks(rule.remarks(), scan::inHousehold);
    Predicate<TimelineEvent> injury =
        Scan.of(rule.injuries())
            .and(scan::harmed)
            .and(_ -> !household)
            .and(event -> rule.excluding().stream().noneMatch(event::flag));
    this.injuries = scan.counting(injury);
    this.abuse = scan.counting(Scan.of(rule.abuse()));
  }

  /** Harm from a moment on, or up to it, that somebody who came before may have done. */
  private List<TimelineEvent> harm(List<TimelineEvent> hurt, List<TimelineEvent> abused) {
    List<TimelineEvent> all = new ArrayList<>();
    hurt.stream().filter(event -> !before(event).isEmpty()).forEach(all::add);
    abused.stream().filter(this::abuseHere).forEach(all::add);
    all.sort(TimelineEvent.ORDER);
    return all;
  }

  private boolean abuseHere(TimelineEvent event) {
    List<TimelineEvent> before = before(event);
    String where = event.sent().places().household();
    if (household || where == null) {
      return !before.isEmpty();
    }
    return before.stream().noneMatch(arrival -> where.equals(householdOf(arrival)))
        && before.stream().anyMatch(arrival -> householdOf(arrival) == null);
  }

  private static @Nullable String householdOf(TimelineEvent event) {
    return event.sent().places().household();
  }

  /** Arrivals that this followed. A report that tells of both is no sequence. */
  private List<TimelineEvent> before(TimelineEvent event) {
    return InTime.within(arrivals, event.at(), rule.days()).stream()
        .filter(arrival -> !arrival.incident().equals(event.incident()))
        .toList();
  }

  @Override
  public boolean grows() {
    return true;
  }

  @Override
  public Duration looksAhead() {
    return remarks.looksAhead();
  }

  @Override
  public SortedSet<Instant> moments(Stretch when) {
    if (arrivals.isEmpty()) {
      return Collections.emptySortedSet();
    }
    return InTime.moments(when, harm(InTime.during(injuries, when), InTime.during(abuse, when)));
  }

  @Override
  public Instant reach(TimelineEvent changed) {
    // An arrival is looked for before each harm.
    return InTime.after(changed, 2 * rule.days(), remarks.days());
  }

  @Override
  public Optional<Match> at(Instant moment) {
    List<TimelineEvent> hurt = InTime.within(injuries, moment, rule.days());
    List<TimelineEvent> recent = harm(hurt, InTime.within(abuse, moment, rule.days()));
    if (recent.isEmpty()) {
      return Optional.empty();
    }
    List<TimelineEvent> adults = recent.stream().map(event -> before(event).getLast()).toList();
    List<TimelineEvent> support = new ArrayList<>(adults);
    support.addAll(remarks.support(moment));
    boolean young = children(moment).stream().anyMatch(child -> young(child, moment));
    Match match =
        new Match(
            recent.stream().anyMatch(hurt::contains) ? "injury" : "abuse",
            Scan.incidents(recent),
            support,
            young ? rule.raised() : rule.severity(),
            Map.of(
                "days", Integer.toString(rule.days()),
                "since", Words.day(adults.getLast().at()),
                "years", Integer.toString(rule.youngUnderYears()),
                "remarks", remarks.words(moment)),
            Set.of());
    boolean unknown = children(moment).stream().anyMatch(child -> !scan.ages().known(child));
    return Optional.of(!young && unknown ? match.with(Match.Note.AGE_UNKNOWN) : match);
  }

  private Set<String> children(Instant moment) {
    return scan.timeline().childrenAt(moment);
  }

  private boolean young(String child, Instant moment) {
    return scan.youngerThan(child, rule.youngUnderYears(), moment);
  }
}
