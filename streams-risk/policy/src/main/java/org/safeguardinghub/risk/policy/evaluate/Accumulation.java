package org.safeguardinghub.risk.policy.evaluate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.risk.policy.finding.Deadline;
import org.safeguardinghub.risk.policy.finding.Firing;
import org.safeguardinghub.risk.policy.rule.Pattern;
import org.safeguardinghub.risk.policy.rule.Policy;

/**
 * Runs a rule over the moments of a timeline and decides what becomes a finding, what strengthens
 * it, and what goes to the worker of an open case instead.
 *
 * <p>A standing finding goes on as long as its matches share evidence. A match that shares none
 * starts a new finding: it is another spell, and the throttle of the old one must not silence it.
 *
 * <p>It remembers how things stood after each match, so that it can go on from any moment when
 * something of that moment becomes known later.
 */
final class Accumulation {
  private final Scan scan;
  private final Pattern pattern;
  private final Matcher matcher;
  private final String stage;
  private final List<Draft> past = new ArrayList<>();
  private final List<CaseEvidence> notices = new ArrayList<>();
  private final List<Mark> marks = new ArrayList<>();
  private @Nullable Draft standing;
  private @Nullable Told told;
  private Instant looked = Instant.MIN;

  /**
   * A match that goes to the allocated worker.
   *
   * @param led to the lead of a plan about the matter instead
   */
  record CaseEvidence(Instant at, Match match, boolean led) {}

  /** The last time that anybody was told, as a finding or as a notice. */
  private record Told(Instant at, Match match, Set<String> incidents) {}

  /** How things stood after the match of a moment. */
  private record Mark(
      Instant moment, int past, int notices, @Nullable Draft standing, @Nullable Told told) {}

  Accumulation(Scan scan, Pattern pattern, String stage, Matcher matcher) {
    this.scan = scan;
    this.pattern = pattern;
    this.matcher = matcher;
    this.stage = stage;
    look(Instant.MIN);
  }

  /** Whether it can go on when its events change, instead of being run anew. */
  boolean grows() {
    return matcher.grows();
  }

  /**
   * Goes on after a change of what happened from a moment on.
   *
   * @return whether anything may have become of it
   */
  boolean goOn(Instant changedFrom) {
    Instant from = changedFrom.isBefore(looked) ? changedFrom : looked;
    Duration ahead = matcher.looksAhead();
    return look(ahead.isZero() || from.equals(Instant.MIN) ? from : from.minus(ahead));
  }

  private boolean look(Instant from) {
    boolean undone = goBack(from);
    int before = marks.size();
    for (Instant moment : matcher.moments(from).tailSet(from)) {
      matcher
          .at(moment)
          .ifPresent(
              match -> {
                matched(moment, match);
                marks.add(new Mark(moment, past.size(), notices.size(), standing, told));
              });
    }
    looked = scan.now();
    return undone || marks.size() > before;
  }

  private boolean goBack(Instant from) {
    if (marks.isEmpty() || marks.getLast().moment().isBefore(from)) {
      return false;
    }
    while (!marks.isEmpty() && !marks.getLast().moment().isBefore(from)) {
      marks.removeLast();
    }
    Mark mark = marks.isEmpty() ? new Mark(Instant.MIN, 0, 0, null, null) : marks.getLast();
    past.subList(mark.past(), past.size()).clear();
    notices.subList(mark.notices(), notices.size()).clear();
    standing = mark.standing();
    told = mark.told();
    return true;
  }

  List<Draft> drafts() {
    List<Draft> drafts = new ArrayList<>(past);
    if (standing != null) {
      drafts.add(standing);
    }
    return drafts;
  }

  List<CaseEvidence> notices() {
    return List.copyOf(notices);
  }

  List<Deadline> deadlines() {
    return matcher.deadlines();
  }

  private void matched(Instant moment, Match match) {
    boolean led = matcher.ledAt(moment);
    boolean toWorker = led || (pattern.routedToWorker() && scan.episodes().activeAt(moment));
    if (standing != null && !standing.shares(match)) {
      past.add(standing);
      standing = null;
    }
    if (standing == null && told != null && !shares(told.match(), match)) {
      told = null;
    }
    if (toWorker) {
      toWorker(moment, match, led);
    } else if (standing == null) {
      standing = new Draft(pattern, stage, moment, match);
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
      standing = standing.support(match);
    }
  }

  private void again(Instant moment, Match match, Draft finding) {
    Optional<String> how = told == null ? Optional.of(Firing.AGAIN) : how(moment, match, told);
    if (how.isPresent()) {
      standing = finding.fire(moment, match, how.get());
      tell(moment, match);
    } else {
      standing = finding.support(match);
    }
  }

  private void tell(Instant moment, Match match) {
    Set<String> incidents = match.incidentKeys();
    if (told != null) {
      incidents.addAll(told.match().incidentKeys());
    }
    told = new Told(moment, match, incidents);
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
