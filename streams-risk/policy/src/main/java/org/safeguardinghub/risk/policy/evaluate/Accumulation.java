package org.safeguardinghub.risk.policy.evaluate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.risk.policy.finding.Firing;
import org.safeguardinghub.risk.policy.rule.Pattern;
import org.safeguardinghub.risk.policy.rule.Policy;

/**
 * Runs a rule over the moments of a timeline and decides what becomes a finding, what strengthens
 * it, and what goes to the worker of an open case instead.
 *
 * <p>A standing finding goes on as long as its matches share evidence. A match that shares none
 * starts a new finding: it is another spell, and the throttle of the old one must not silence it.
 */
final class Accumulation {
  private final Scan scan;
  private final Pattern pattern;
  private final Matcher matcher;
  private final String stage;
  private final List<Draft> drafts = new ArrayList<>();
  private final List<CaseEvidence> notices = new ArrayList<>();
  private @Nullable Draft standing;
  private @Nullable Told told;

  /**
   * A match that goes to the allocated worker.
   *
   * @param led to the lead of a plan about the matter instead
   */
  record CaseEvidence(Instant at, Match match, boolean led) {}

  /** The last time that anybody was told, as a finding or as a notice. */
  private record Told(Instant at, Match match, Set<String> incidents) {}

  Accumulation(Scan scan, Pattern pattern, String stage, Matcher matcher) {
    this.scan = scan;
    this.pattern = pattern;
    this.matcher = matcher;
    this.stage = stage;
    for (Instant moment : matcher.moments()) {
      matcher.at(moment).ifPresent(match -> matched(moment, match));
    }
  }

  List<Draft> drafts() {
    return List.copyOf(drafts);
  }

  List<CaseEvidence> notices() {
    return List.copyOf(notices);
  }

  private void matched(Instant moment, Match match) {
    boolean led = matcher.ledAt(moment);
    boolean toWorker = led || (pattern.routedToWorker() && scan.episodes().activeAt(moment));
    if (standing != null && !standing.shares(match)) {
      standing = null;
    }
    if (standing == null && told != null && !shares(told.match(), match)) {
      told = null;
    }
    if (toWorker) {
      toWorker(moment, match, led);
    } else if (standing == null) {
      standing = new Draft(pattern, stage, moment, match);
      drafts.add(standing);
      tell(moment, match);
    } else {
      again(moment, match, standing);
    }
  }

  private void toWorker(Instant moment, Match match, boolean led) {
    if (told == null || how(moment, match, told).isPresent()) {
      notices.add(new CaseEvidence(moment, match, led));
      tell(moment, match);
    }
    if (standing != null) {
      standing.support(match);
    }
  }

  private void again(Instant moment, Match match, Draft finding) {
    Optional<String> how = told == null ? Optional.of(Firing.AGAIN) : how(moment, match, told);
    if (how.isPresent()) {
      finding.fire(moment, match, how.get());
      tell(moment, match);
    } else {
      finding.support(match);
    }
  }

  private void tell(Instant moment, Match match) {
    Set<String> incidents = new HashSet<>(match.incidentKeys());
    if (told != null) {
      incidents.addAll(told.incidents());
    }
    told = new Told(moment, match, Set.copyOf(incidents));
  }

  private Optional<String> how(Instant moment, Match match, Told before) {
    Policy.Refire refire = scan.policy().refire();
    boolean risen =
        standing == null
            ? match.severity().moreUrgentThan(before.match().severity())
            : match.severity().moreUrgentThan(standing.severity());
    if (risen) {
      return Optional.of(Firing.raisedTo(match.severity()));
    }
    Set<String> unheard = new HashSet<>(match.incidentKeys());
    unheard.removeAll(before.incidents());
    boolean more =
        !before.match().families().containsAll(match.families())
            || match.level() > before.match().level()
            || unheard.size() >= refire.newIncidents();
    boolean waited = !moment.isBefore(before.at().plus(Duration.ofDays(refire.daysBetween())));
    return more && (waited || match.severity() == refire.exempt())
        ? Optional.of(Firing.AGAIN)
        : Optional.empty();
  }

  private static boolean shares(Match one, Match other) {
    Set<String> keys = other.incidentKeys();
    return one.incidentKeys().stream().anyMatch(keys::contains);
  }
}
