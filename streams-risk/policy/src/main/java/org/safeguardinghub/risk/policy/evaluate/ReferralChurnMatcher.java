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
import java.util.TreeSet;
import org.safeguardinghub.risk.policy.rule.ProcessRule.ReferralChurn;
import org.safeguardinghub.risk.policy.rule.Threshold;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/** Referral after referral closed without action. */
final class ReferralChurnMatcher implements Matcher {
  private final ReferralChurn rule;
  private final List<TimelineEvent> closures;
  private final List<TimelineEvent> referrals;

  ReferralChurnMatcher(Scan scan, ReferralChurn rule) {
    this.rule = rule;
    this.closures = scan.about(Scan.any(rule.closures()));
    this.referrals = scan.about(Scan.of(rule.referrals()));
  }

  @Override
  public boolean grows() {
    return true;
  }

  @Override
  public SortedSet<Instant> moments(Stretch when) {
    return InTime.moments(when, closures);
  }

  @Override
  public Instant reach(TimelineEvent changed) {
    // A referral may name who referred for all closures up to the next referral.
    Instant last =
        Scan.is(rule.referrals(), changed) ? InTime.next(referrals, changed.at()) : changed.at();
    return last.equals(Instant.MAX)
        ? last
        : last.plus(Duration.ofDays(Math.max(rule.spread().days(), rule.clustered().days())));
  }

  @Override
  public Optional<Match> at(Instant moment) {
    return met("spread", moment, rule.spread())
        .filter(match -> referrers(match.incidents()).size() >= rule.referrers())
        .or(() -> met("clustered", moment, rule.clustered()));
  }

  private Optional<Match> met(String clause, Instant moment, Threshold threshold) {
    List<Incident> closed = Scan.incidents(InTime.within(closures, moment, threshold.window()));
    if (closed.size() < threshold.incidents()) {
      return Optional.empty();
    }
    Map<String, String> values =
        Map.of(
            "days", Integer.toString(threshold.days()),
            "referrers", words(referrers(closed)),
            "reasons", reasons(closed));
    return Optional.of(Match.of(clause, closed, rule.severity(), values));
  }

  private Set<String> referrers(List<Incident> closed) {
    Set<String> referrers = new HashSet<>();
    closed.forEach(
        incident -> incident.events().forEach(event -> referrer(event).ifPresent(referrers::add)));
    return referrers;
  }

  // Where the closure does not say who had referred, the referral before it may.
  private Optional<String> referrer(TimelineEvent closure) {
    return text(closure, rule.referrer())
        .or(
            () ->
                referrals.stream()
                    .filter(referral -> !referral.at().isAfter(closure.at()))
                    .reduce((_, later) -> later)
                    .flatMap(referral -> text(referral, rule.referrer())));
  }

  private String reasons(List<Incident> closed) {
    Set<String> reasons = new TreeSet<>();
    closed.forEach(
        incident ->
            incident.events().forEach(event -> text(event, rule.reason()).ifPresent(reasons::add)));
    return reasons.isEmpty() ? "not given" : String.join("; ", reasons);
  }

  private static String words(Set<String> referrers) {
    return switch (referrers.size()) {
      case 0 -> "referrers that are not known";
      case 1 -> "one referrer";
      default -> referrers.size() + " different referrers";
    };
  }

  private static Optional<String> text(TimelineEvent event, String attribute) {
    return Optional.ofNullable(event.sent().attributes().get(attribute)).map(Objects::toString);
  }
}
