package org.safeguardinghub.risk.policy.evaluate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.risk.policy.rule.HarmRule.ConflictingAccounts;
import org.safeguardinghub.risk.policy.timeline.InOrder;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/** Accounts of how harm came about that do not agree. */
final class ConflictingAccountsMatcher implements Matcher {
  private final Scan scan;
  private final ConflictingAccounts rule;
  private final List<TimelineEvent> told;
  private final List<TimelineEvent> reinterviews;
  private final List<TimelineEvent> followUps;
  private List<TimelineEvent> accounts;
  private @Nullable Injuries injuries;

  ConflictingAccountsMatcher(Scan scan, ConflictingAccounts rule) {
    this.scan = scan;
    this.rule = rule;
    this.reinterviews = scan.about(Scan.of(rule.reinterview()));
    this.told = scan.counting(Scan.of(rule.accounts()).and(scan::harmed));
    this.followUps =
        scan.counting(
            Scan.of(rule.accounts())
                .and(scan::harmed)
                .and(event -> event.sent().attributes().containsKey(rule.followUp())));
    this.accounts = accounts();
  }

  @Override
  public void grown() {
    accounts = accounts();
  }

  private List<TimelineEvent> accounts() {
    if (reinterviews.isEmpty()) {
      return told;
    }
    Map<String, List<TimelineEvent>> again = new HashMap<>();
    for (TimelineEvent event : reinterviews) {
      again.computeIfAbsent(event.incident(), _ -> new ArrayList<>(1)).add(event);
    }
    return told.stream().filter(event -> !replaced(event, again)).toList();
  }

  // What an account follows up may be any event: then nobody would say that it has changed.
  @Override
  public boolean grows() {
    return followUps.isEmpty();
  }

  @Override
  public Instant since(TimelineEvent changed) {
    // An account that is taken again counts no more, from its own moment on.
    return Scan.is(rule.reinterview(), changed)
        ? InTime.earlier(scan.began(changed), changed.at().minus(Duration.ofDays(rule.days())))
        : changed.at();
  }

  @Override
  public Instant reach(TimelineEvent changed) {
    Instant last = scan.ended(changed);
    // Whatever counts no more was compared with all later accounts of its injury.
    for (TimelineEvent event : InTime.during(told, new Stretch(since(changed), changed.at()))) {
      last = InTime.later(last, scan.ended(event));
    }
    return last.plus(Duration.ofDays(rule.days()));
  }

  @Override
  public SortedSet<Instant> moments(Stretch when) {
    return InTime.moments(when, accounts);
  }

  @Override
  public Optional<Match> at(Instant moment) {
    List<TimelineEvent> recent = InTime.within(accounts, moment, rule.days());
    Set<TimelineEvent> evidence = new HashSet<>();
    recent.stream()
        .filter(event -> event.flag(rule.differ()) && InOrder.find(reinterviews, event) < 0)
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
    List<TimelineEvent> all = aboutSameInjury(event);
    return all.subList(0, InTime.firstAfter(all, moment));
  }

  private List<TimelineEvent> aboutSameInjury(TimelineEvent event) {
    if (!followUps.isEmpty()) {
      return injuries().accountsLike(event);
    }
    List<TimelineEvent> all = Scan.together(told, event);
    return reinterviews.isEmpty()
        ? all
        : all.stream().filter(one -> InOrder.find(accounts, one) >= 0).toList();
  }

  // Where accounts follow something up they are asked once, and made anew when any has changed.
  private Injuries injuries() {
    Injuries made = injuries;
    if (made == null) {
      made = new Injuries(scan, rule.followUp(), accounts);
      injuries = made;
    }
    return made;
  }

  // The account that was taken again stays, and is compared with what is said later.
  private boolean replaced(TimelineEvent event, Map<String, List<TimelineEvent>> again) {
    Instant soon = event.at().plus(Duration.ofDays(rule.days())).minusNanos(1);
    return anyAgain(event, InTime.during(reinterviews, new Stretch(event.at(), soon)))
        || anyAgain(event, again.getOrDefault(event.incident(), List.of()));
  }

  private static boolean anyAgain(TimelineEvent event, List<TimelineEvent> reinterviews) {
    for (TimelineEvent again : reinterviews) {
      if (!again.id().equals(event.id()) && !again.at().isBefore(event.at())) {
        return true;
      }
    }
    return false;
  }
}
