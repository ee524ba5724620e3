package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.util.ArrayList;
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
  private final int longest;

  AfterClosingMatcher(Scan scan, AfterClosing rule) {
    this.scan = scan;
    this.rule = rule;
    this.closures = scan.about(Scan.any(rule.closures()));
    this.concerns = scan.counting(_ -> true);
    this.lowest = rule.concerns().stream().mapToInt(LevelThreshold::level).min().orElseThrow();
    this.longest = rule.concerns().stream().mapToInt(LevelThreshold::days).max().orElse(0);
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
    return closures.isEmpty() ? Collections.emptySortedSet() : InTime.moments(when, telling);
  }

  @Override
  public List<Stretch> reaches(TimelineEvent changed) {
    List<Stretch> reaches = new ArrayList<>();
    reaches.add(new Stretch(changed.at(), InTime.after(changed, longest)));
    // It may be what its incident began with, and counts with none of its reports then.
    for (TimelineEvent event : scan.ofIncident(changed.incident())) {
      if (event.at().isAfter(changed.at())) {
        reaches.add(new Stretch(event.at(), InTime.after(event, longest)));
      }
    }
    return reaches;
  }

  @Override
  public Optional<Match> at(Instant moment) {
    for (LevelThreshold threshold : rule.concerns()) {
      Optional<Match> match = match(moment, threshold);
      if (match.isPresent()) {
        return match;
      }
    }
    return Optional.empty();
  }

  // The earliest closure in the window sees everything that a later one sees.
  private Optional<Match> match(Instant moment, LevelThreshold threshold) {
    List<TimelineEvent> recent = InTime.within(closures, moment, threshold.days());
    if (recent.isEmpty()) {
      return Optional.empty();
    }
    TimelineEvent closure = recent.getFirst();
    List<Incident> shown = new ArrayList<>();
    int enough = 0;
    for (Incident incident : Scan.incidents(InTime.within(concerns, moment, threshold.days()))) {
      if (incident.level() >= lowest && isSince(closure, incident)) {
        shown.add(incident);
        enough += incident.level() >= threshold.level() ? 1 : 0;
      }
    }
    if (enough < threshold.incidents()) {
      return Optional.empty();
    }
    Map<String, String> values =
        Map.of(
            "days", Integer.toString(threshold.days()),
            "closing", title(closure),
            "closed", Words.day(closure.at()));
    return Optional.of(
        new Match("again", shown, List.of(closure), rule.severity(), values, Set.of()));
  }

  // A late repeat of what was known before the closure is nothing new.
  private boolean isSince(TimelineEvent closure, Incident incident) {
    return incident.at().isAfter(closure.at()) && scan.began(incident).isAfter(closure.at());
  }

  private String title(TimelineEvent event) {
    return scan.timeline()
        .catalogue()
        .find(event.type())
        .map(EventType::title)
        .orElse(event.type());
  }
}
