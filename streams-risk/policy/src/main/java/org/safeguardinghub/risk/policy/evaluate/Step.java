package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.risk.policy.finding.Firing;

/**
 * A moment at which a rule is met, and what became of it. What was matched never changes; what
 * became of it follows from the steps before, and is decided anew when they are.
 */
final class Step {
  private static final int UNKNOWN = -1;

  private final Instant moment;
  private final Match match;
  private final boolean led;
  private final boolean toWorker;
  private @Nullable Standing after;
  private @Nullable Set<OriginFamily> families;
  private int level = UNKNOWN;
  private @Nullable Match compared;
  private List<Incident> beyond = List.of();
  private boolean ends;
  private @Nullable Firing firing;
  private Accumulation.@Nullable CaseEvidence notice;

  /**
   * @param led whether somebody leads a plan about the matter
   * @param toWorker whether it goes to the worker of an open case
   */
  Step(Instant moment, Match match, boolean led, boolean toWorker) {
    this.moment = moment;
    this.match = match;
    this.led = led;
    this.toWorker = toWorker;
  }

  Instant moment() {
    return moment;
  }

  Match match() {
    return match;
  }

  boolean toWorker() {
    return toWorker;
  }

  /** The agency families that its match counts; many later steps are compared with it. */
  Set<OriginFamily> families() {
    Set<OriginFamily> known = families;
    if (known == null) {
      known = match.families();
      families = known;
    }
    return known;
  }

  /** The highest level that its match counts. */
  int level() {
    if (level == UNKNOWN) {
      level = match.level();
    }
    return level;
  }

  /** What it counts beyond the step before it; asked whenever a finding is shown from elsewhere. */
  @SuppressWarnings("ReferenceEquality") // A step that is kept has the same match.
  List<Incident> beyond(Match before) {
    if (compared != before) {
      beyond = match.beyond(before);
      compared = before;
    }
    return beyond;
  }

  /** Whether another asking came to the same. */
  boolean saysAs(Step other) {
    return led == other.led && toWorker == other.toWorker && match.equals(other.match);
  }

  /** How things stood after it; null as long as nobody has decided. */
  @Nullable Standing after() {
    return after;
  }

  /** Whether the finding that stood before it shares nothing with it. */
  boolean ends() {
    return ends;
  }

  /** That it was told as a finding, if it was. */
  @Nullable Firing firing() {
    return firing;
  }

  /** That it was told to the worker of an open case, if it was. */
  Accumulation.@Nullable CaseEvidence notice() {
    return notice;
  }

  /** Whether anything became of it but more evidence. */
  boolean turns() {
    return ends || firing != null || notice != null;
  }

  /**
   * What became of it.
   *
   * @param ending whether the finding that stood before it does not go on
   * @param how as what somebody is told, if anybody is
   */
  void decided(Standing now, boolean ending, Optional<String> how) {
    after = now;
    ends = ending;
    // What is told again in the same way is the same: its words need not be found again.
    notice = how.isEmpty() || !toWorker ? null : notice == null ? told() : notice;
    Standing.Open finding = now.finding();
    firing =
        how.isEmpty() || toWorker || finding == null ? null : fires(how.get(), finding.severity());
  }

  private Accumulation.CaseEvidence told() {
    return new Accumulation.CaseEvidence(moment, match, led);
  }

  private Firing fires(String how, Severity severity) {
    return firing != null && firing.how().equals(how) && firing.severity() == severity
        ? firing
        : Draft.firing(moment, match, severity, how);
  }
}
