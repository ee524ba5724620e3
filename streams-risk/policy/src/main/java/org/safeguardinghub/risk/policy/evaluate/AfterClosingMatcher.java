package org.safeguardinghub.risk.policy.evaluate;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.safeguardinghub.kernel.catalogue.EventType;
import org.safeguardinghub.risk.policy.rule.LevelThreshold;
import org.safeguardinghub.risk.policy.rule.ProcessRule.AfterClosing;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/** New concern soon after a case was closed or a plan ended. */
final class AfterClosingMatcher implements Matcher {
  private final Scan scan;
  private final AfterClosing rule;
  private final List<TimelineEvent> closures;
  private final List<TimelineEvent> concerns;
  private final List<TimelineEvent> telling;
  private final int lowest;

  AfterClosingMatcher(Scan scan, AfterClosing rule) {
    this.scan = scan;
    this.rule = rule;
    this.closures = scan.about(Scan.any(rule.closures()));
    this.concerns = scan.counting(_ -> true);
    this.lowest = rule.concerns().stream().mapToInt(LevelThreshold::level).min().orElseThrow();
    // A lesser report is read for its incident; it is no reason to tell again.
    this.telling = scan.counting(event -> event.level() >= lowest);
    // What is known of an incident decides when it began.
    scan.own(_ -> true);
  }

  @Override
  public boolean grows() {
    return true;
  }

  @Override
  public SortedSet<Instant> moments(Stretch when) {
    return closures.isEmpty() ? Collections.emptySortedSet() : Scan.moments(when, telling);
  }

  @Override
  public Instant reach(TimelineEvent changed) {
    // It may be what its incident began with.
    int longest = rule.concerns().stream().mapToInt(LevelThreshold::days).max().orElse(0);
    return scan.ended(changed).plus(Duration.ofDays(longest));
  }

  @Override
  public Optional<Match> at(Instant moment) {
    return rule.concerns().stream()
        .flatMap(threshold -> match(moment, threshold).stream())
        .findFirst();
  }

  // The earliest closure in the window sees everything that a later one sees.
  private Optional<Match> match(Instant moment, LevelThreshold threshold) {
    Optional<TimelineEvent> closure =
        Scan.within(closures, moment, threshold.days()).stream().findFirst();
    if (closure.isEmpty()) {
      return Optional.empty();
    }
    List<Incident> since =
        Scan.incidents(Scan.within(concerns, moment, threshold.days())).stream()
            // A late repeat of what was known before the closure is nothing new.
            .filter(incident -> scan.began(incident).isAfter(closure.get().at()))
            .toList();
    long enough = since.stream().filter(incident -> incident.level() >= threshold.level()).count();
    if (enough < threshold.incidents()) {
      return Optional.empty();
    }
    List<Incident> shown = since.stream().filter(incident -> incident.level() >= lowest).toList();
    Map<String, String> values =
        Map.of(
            "days", Integer.toString(threshold.days()),
            "closing", title(closure.get()),
            "closed", Words.day(closure.get().at()));
    return Optional.of(
        new Match("again", shown, List.of(closure.get()), rule.severity(), values, Set.of()));
  }

  private String title(TimelineEvent event) {
    return scan.timeline()
        .catalogue()
        .find(event.type())
        .map(EventType::title)
        .orElse(event.type());
  }
}
