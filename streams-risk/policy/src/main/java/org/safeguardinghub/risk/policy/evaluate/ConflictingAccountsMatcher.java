package org.safeguardinghub.risk.policy.evaluate;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.safeguardinghub.risk.policy.rule.HarmRule.ConflictingAccounts;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/** Accounts of how harm came about that do not agree. */
final class ConflictingAccountsMatcher implements Matcher {
  private final ConflictingAccounts rule;
  private final List<TimelineEvent> accounts;
  private final List<TimelineEvent> reinterviews;
  private final Injuries injuries;

  ConflictingAccountsMatcher(Scan scan, ConflictingAccounts rule) {
    this.rule = rule;
    this.reinterviews = scan.about(Scan.of(rule.reinterview()));
    this.accounts =
        scan.counting(Scan.of(rule.accounts()).and(scan::harmed)).stream()
            .filter(event -> !replaced(event))
            .toList();
    this.injuries = new Injuries(scan, rule.followUp(), accounts);
  }

  @Override
  public SortedSet<Instant> moments(Stretch when) {
    return Scan.moments(when, accounts);
  }

  @Override
  public Optional<Match> at(Instant moment) {
    List<TimelineEvent> recent = Scan.within(accounts, moment, rule.days());
    Set<TimelineEvent> evidence = new HashSet<>();
    recent.stream()
        .filter(event -> event.flag(rule.differ()) && !reinterviews.contains(event))
        .forEach(evidence::add);
    boolean said = !evidence.isEmpty();
    evidence.addAll(conflicting(recent));
    for (TimelineEvent event : recent) {
      evidence.addAll(conflicting(aboutSameInjury(event, moment)));
    }
    if (evidence.isEmpty()) {
      return Optional.empty();
    }
    List<TimelineEvent> ordered = evidence.stream().sorted(TimelineEvent.ORDER).toList();
    return Optional.of(
        new Match(
            said ? "differ" : "explanations",
            Scan.incidents(ordered),
            // Both accounts of one injury are shown, though it counts once.
            ordered,
            rule.severity(),
            Map.of(
                "days", Integer.toString(rule.days()),
                "accounts", Integer.toString(ordered.size())),
            Set.of()));
  }

  /** Events with an explanation, if not all give the same. */
  private List<TimelineEvent> conflicting(List<TimelineEvent> events) {
    List<TimelineEvent> explained =
        events.stream().filter(event -> explanation(event).isPresent()).toList();
    Set<Optional<String>> different =
        explained.stream().map(this::explanation).collect(Collectors.toSet());
    return different.size() > 1 ? explained : List.of();
  }

  private Optional<String> explanation(TimelineEvent event) {
    return Optional.ofNullable(event.sent().attributes().get(rule.explanation()))
        .map(Objects::toString)
        .filter(value -> !rule.unexplained().contains(value));
  }

  private List<TimelineEvent> aboutSameInjury(TimelineEvent event, Instant moment) {
    List<TimelineEvent> all = injuries.accountsLike(event);
    return all.subList(0, Scan.firstAfter(all, moment));
  }

  // The account that was taken again stays, and is compared with what is said later.
  private boolean replaced(TimelineEvent event) {
    return reinterviews.stream()
        .filter(again -> !again.id().equals(event.id()) && !again.at().isBefore(event.at()))
        .anyMatch(again -> again.incident().equals(event.incident()) || soonAfter(event, again));
  }

  private boolean soonAfter(TimelineEvent event, TimelineEvent again) {
    return again.at().isBefore(event.at().plus(Duration.ofDays(rule.days())));
  }
}
