package org.safeguardinghub.risk.policy.evaluate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.risk.policy.rule.HarmRule.How;
import org.safeguardinghub.risk.policy.rule.HarmRule.Raise;
import org.safeguardinghub.risk.policy.rule.HarmRule.Sign;
import org.safeguardinghub.risk.policy.rule.HarmRule.Signs;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/** Signs that repeat or come together. What is met at one moment is one match. */
final class SignsMatcher implements Matcher {
  private final Signs rule;
  private final Remarks remarks;
  private List<Reading> readings;

  SignsMatcher(Scan scan, Signs rule) {
    this.rule = rule;
    this.remarks = new Remarks(rule.remarks(), scan::own);
    this.readings = rule.signs().stream().map(sign -> reading(scan, sign)).toList();
  }

  /** What a sign may be read from, of all times. */
  private record Reading(
      Sign sign,
      List<TimelineEvent> events,
      List<TimelineEvent> others,
      Optional<Retractions> takenBack,
      List<Retractions.Retraction> retractions) {
    Reading again() {
      return new Reading(
          sign, events, others, takenBack, takenBack.map(Retractions::read).orElse(List.of()));
    }
  }

  private static Reading reading(Scan scan, Sign sign) {
    List<TimelineEvent> events = scan.counting(Scan.of(sign.events()).and(scan::harmed));
    if (sign.other().isEmpty()) {
      return new Reading(sign, events, List.of(), Optional.empty(), List.of());
    }
    var other = Scan.of(sign.other().get().events());
    if (sign.other().get().how() == How.RETRACTION) {
      Retractions takenBack = new Retractions(scan, Scan.of(sign.events()), other);
      return new Reading(sign, events, List.of(), Optional.of(takenBack), takenBack.read());
    }
    List<TimelineEvent> others = scan.own(other.and(scan::harmed));
    return new Reading(sign, events, others, Optional.empty(), List.of());
  }

  @Override
  public boolean grows() {
    return true;
  }

  @Override
  public void grown() {
    readings = readings.stream().map(Reading::again).toList();
  }

  @Override
  public Duration looksAhead() {
    return remarks.looksAhead();
  }

  @Override
  public SortedSet<Instant> moments(Stretch when) {
    SortedSet<Instant> moments = new TreeSet<>();
    for (Reading reading : readings) {
      moments.addAll(InTime.moments(when, reading.events(), reading.others()));
      for (Retractions.Retraction retraction : reading.retractions()) {
        if (when.holds(retraction.event().at())) {
          moments.add(retraction.event().at());
        }
      }
    }
    return moments;
  }

  @Override
  public Instant reach(TimelineEvent changed) {
    // Whether a retraction tells anything, something long before may decide.
    int days = 0;
    for (Reading reading : readings) {
      if (reading.takenBack().isPresent() && reading.takenBack().get().any()) {
        return Instant.MAX;
      }
      days = Math.max(days, reading.sign().days());
    }
    return InTime.after(changed, days, remarks.days());
  }

  @Override
  public Optional<Match> at(Instant moment) {
    Set<TimelineEvent> all = new LinkedHashSet<>();
    Optional<Reading> leading = Optional.empty();
    List<TimelineEvent> leadingEvents = List.of();
    Severity severity = Severity.S4;
    for (Reading reading : readings) {
      List<TimelineEvent> met = met(reading, moment);
      if (!met.isEmpty()) {
        if (leading.isEmpty()) {
          leading = Optional.of(reading);
          leadingEvents = met;
        }
        all.addAll(met);
        severity = severity.mostUrgent(reading.sign().severity());
      }
    }
    if (leading.isEmpty()) {
      return Optional.empty();
    }
    List<TimelineEvent> events = all.stream().sorted(TimelineEvent.ORDER).toList();
    List<TimelineEvent> support = new ArrayList<>(events);
    support.addAll(remarks.support(moment));
    return Optional.of(
        new Match(
            leading.get().sign().clause(),
            Scan.incidents(events),
            support,
            raised(events, severity),
            values(leading.get().sign(), leadingEvents, moment),
            Set.of()));
  }

  private Severity raised(List<TimelineEvent> events, Severity severity) {
    return rule.raise()
        .filter(raise -> events.stream().anyMatch(event -> marked(event, raise)))
        .map(raise -> severity.mostUrgent(raise.to()))
        .orElse(severity);
  }

  private static boolean marked(TimelineEvent event, Raise raise) {
    return raise.attributes().stream().anyMatch(event::flag);
  }

  // The text speaks of what leads, not of all that is met.
  private Map<String, String> values(Sign sign, List<TimelineEvent> events, Instant moment) {
    List<TimelineEvent> counted = events.stream().filter(Scan.of(sign.events())).toList();
    return Map.of(
        "incidents", Integer.toString(Scan.incidents(counted).size()),
        "first", Words.day(events.getFirst().at()),
        "last", Words.day(events.getLast().at()),
        "days", Integer.toString(sign.days()),
        "remarks", remarks.words(moment));
  }

  /** What meets a sign, in order; empty if it is not met. */
  private static List<TimelineEvent> met(Reading reading, Instant moment) {
    Sign sign = reading.sign();
    List<TimelineEvent> events = InTime.within(reading.events(), moment, sign.days());
    if (sign.other().isEmpty()) {
      return enough(events, sign) ? events : List.of();
    }
    List<TimelineEvent> others = InTime.within(reading.others(), moment, sign.days());
    return switch (sign.other().get().how()) {
      case TOGETHER -> both(events, others, sign);
      case AFTER -> inOrder(events, others, sign);
      case RETRACTION -> retracted(reading, moment);
    };
  }

  private static boolean enough(List<TimelineEvent> events, Sign sign) {
    return Scan.incidents(events).size() >= sign.atLeast();
  }

  private static List<TimelineEvent> both(
      List<TimelineEvent> events, List<TimelineEvent> others, Sign sign) {
    return enough(events, sign) && !others.isEmpty() ? ordered(events, others) : List.of();
  }

  private static List<TimelineEvent> inOrder(
      List<TimelineEvent> events, List<TimelineEvent> others, Sign sign) {
    if (events.isEmpty() || others.isEmpty()) {
      return List.of();
    }
    TimelineEvent last = others.getLast();
    List<TimelineEvent> earlier =
        events.stream().filter(event -> !event.at().isAfter(last.at())).toList();
    if (earlier.isEmpty()) {
      return List.of();
    }
    TimelineEvent first = earlier.getFirst();
    return both(earlier, others.stream().filter(e -> !e.at().isBefore(first.at())).toList(), sign);
  }

  private static List<TimelineEvent> retracted(Reading reading, Instant moment) {
    Duration window = Duration.ofDays(reading.sign().days());
    List<TimelineEvent> met = new ArrayList<>();
    for (Retractions.Retraction retraction : reading.retractions()) {
      TimelineEvent event = retraction.event();
      List<TimelineEvent> said =
          retraction.retracted().stream()
              .filter(e -> !e.at().isAfter(event.at()))
              .filter(e -> e.at().isAfter(moment.minus(window)))
              .toList();
      if (!event.at().isAfter(moment) && enough(said, reading.sign())) {
        met.addAll(ordered(said, List.of(event)));
      }
    }
    return met.stream().distinct().sorted(TimelineEvent.ORDER).toList();
  }

  private static List<TimelineEvent> ordered(
      List<TimelineEvent> events, List<TimelineEvent> others) {
    Set<TimelineEvent> all = new LinkedHashSet<>(events);
    all.addAll(others);
    return all.stream().sorted(TimelineEvent.ORDER).toList();
  }
}
