package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.risk.policy.rule.ExploitationRule.Cluster.Allegations;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/**
 * Allegations about whoever works in one setting. They are read on the setting's own log in the
 * adult lane, never on the setting's timeline, so they are no evidence of anything there.
 */
final class AllegationsMatcher implements Matcher {
  private final Allegations rule;
  private final Severity severity;
  private final List<TimelineEvent> allegations;

  AllegationsMatcher(Scan scan, Allegations rule, Severity severity) {
    this.rule = rule;
    this.severity = severity;
    this.allegations = scan.own(Scan.of(rule.events()).and(event -> here(scan, event)));
  }

  private static boolean here(Scan scan, TimelineEvent event) {
    return event.stands()
        && scan.timeline().subject().ref().equals(event.sent().places().setting());
  }

  @Override
  public boolean grows() {
    return true;
  }

  @Override
  public SortedSet<Instant> moments(Stretch when) {
    return InTime.moments(when, allegations);
  }

  @Override
  public boolean ledAt(Instant moment) {
    return true;
  }

  @Override
  public Instant reach(TimelineEvent changed) {
    return InTime.after(changed, rule.threshold().days());
  }

  @Override
  public Optional<Match> at(Instant moment) {
    List<Incident> incidents =
        Scan.incidents(InTime.within(allegations, moment, rule.threshold().window()));
    return incidents.size() < rule.threshold().incidents()
        ? Optional.empty()
        : Optional.of(
            Match.of(
                Allegations.CLAUSE,
                incidents,
                severity,
                Map.of("days", Integer.toString(rule.threshold().days()))));
  }
}
