package org.safeguardinghub.risk.policy.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.risk.policy.oracle.NaiveFinding.Firing;

/**
 * The re-fire rule: a finding is told again only on a new origin family, a higher level of an event
 * or of its own severity, or three more incidents, compared with the last time, and at most once in
 * 14 days. S1 and rises of severity do not wait. What goes to a worker or a lead follows the same
 * rule as a notice.
 */
final class NaiveRefire {
  private static final int NEW_INCIDENTS = 3;
  private static final int DAYS_BETWEEN = 14;

  private final String pattern;
  private final String stage;
  private final Function<Instant, Optional<NaiveMatch>> matches;
  private @Nullable Predicate<Instant> worker;
  private @Nullable Predicate<Instant> lead;

  private final List<NaiveFinding> findings = new ArrayList<>();
  private final List<NaiveFinding> notices = new ArrayList<>();
  private int standing = -1;
  private final Set<String> standingOn = new HashSet<>();
  private @Nullable Instant toldAt;
  private @Nullable NaiveMatch told;
  private final Set<String> toldOf = new HashSet<>();

  NaiveRefire(String pattern, Function<Instant, Optional<NaiveMatch>> matches) {
    this(pattern, "", matches);
  }

  NaiveRefire(String pattern, String stage, Function<Instant, Optional<NaiveMatch>> matches) {
    this.pattern = pattern;
    this.stage = stage;
    this.matches = matches;
  }

  /** Route, do not mute: while this holds the worker of the open case is told instead. */
  NaiveRefire toWorker(Predicate<Instant> when) {
    worker = when;
    return this;
  }

  /** While this holds, the lead of a plan about the matter is told instead. */
  NaiveRefire toLead(Predicate<Instant> when) {
    lead = when;
    return this;
  }

  /** Asks at every moment at which one of the events happened. */
  List<NaiveFinding> over(Collection<NaiveEvent> events) {
    Set<Instant> moments = new TreeSet<>();
    events.forEach(event -> moments.add(event.at()));
    return overMoments(moments);
  }

  List<NaiveFinding> overMoments(Collection<Instant> moments) {
    for (Instant moment : new TreeSet<>(moments)) {
      matches.apply(moment).ifPresent(match -> matched(moment, match));
    }
    List<NaiveFinding> all = new ArrayList<>(findings);
    all.addAll(notices);
    return all;
  }

  private void matched(Instant moment, NaiveMatch match) {
    // A match that shares no incident with what stands is another spell.
    if (standing >= 0 && Collections.disjoint(standingOn, match.incidents())) {
      standing = -1;
      standingOn.clear();
    }
    if (standing < 0 && told != null && Collections.disjoint(told.incidents(), match.incidents())) {
      told = null;
      toldOf.clear();
    }
    boolean toLead = lead != null && lead.test(moment);
    if (toLead || (worker != null && worker.test(moment))) {
      notice(moment, match, toLead ? "lead of the open plan" : "allocated worker");
    } else if (standing < 0) {
      standing = findings.size();
      findings.add(NaiveFinding.once(pattern, stage, moment, match.severity()));
      standingOn.addAll(match.incidents());
      tell(moment, match);
    } else {
      again(moment, match);
    }
  }

  private void notice(Instant moment, NaiveMatch match, String to) {
    if (how(moment, match).isPresent()) {
      notices.add(NaiveFinding.notice(pattern, to, moment, match.severity()));
      tell(moment, match);
    }
    if (standing >= 0) {
      standingOn.addAll(match.incidents());
    }
  }

  private void again(Instant moment, NaiveMatch match) {
    how(moment, match)
        .ifPresent(
            how -> {
              NaiveFinding finding = findings.get(standing);
              Severity now = mostUrgent(severity(finding), match.severity());
              findings.set(standing, finding.with(new Firing(moment, now, how)));
              tell(moment, match);
            });
    standingOn.addAll(match.incidents());
  }

  private void tell(Instant moment, NaiveMatch match) {
    toldAt = moment;
    told = match;
    toldOf.addAll(match.incidents());
  }

  /** How it is told again; empty if it is only updated. */
  private Optional<String> how(Instant moment, NaiveMatch match) {
    if (told == null || toldAt == null) {
      return Optional.of("re-fire");
    }
    Severity before = standing < 0 ? told.severity() : severity(findings.get(standing));
    if (match.severity().moreUrgentThan(before)) {
      return Optional.of("raised to " + match.severity());
    }
    Set<String> fresh = new HashSet<>(match.incidents());
    fresh.removeAll(toldOf);
    boolean more =
        !told.families().containsAll(match.families())
            || match.level() > told.level()
            || fresh.size() >= NEW_INCIDENTS;
    boolean waited = !moment.isBefore(NaiveDays.plusDays(toldAt, DAYS_BETWEEN));
    return more && (waited || match.severity() == Severity.S1)
        ? Optional.of("re-fire")
        : Optional.empty();
  }

  private static Severity severity(NaiveFinding finding) {
    return finding.firings().getLast().severity();
  }

  private static Severity mostUrgent(Severity one, Severity other) {
    return one.moreUrgentThan(other) ? one : other;
  }
}
