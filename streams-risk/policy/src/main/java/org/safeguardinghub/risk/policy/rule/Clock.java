package org.safeguardinghub.risk.policy.rule;

import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.kernel.subject.Scope;

/**
 * A clock that an event starts and an event stops.
 *
 * @param id its name, also of its text
 * @param scopes the kinds of subject on whose timelines it runs
 * @param start what starts it
 * @param countedFrom its period is counted from the latest of these before the start, if there is
 *     one since it was last stopped
 * @param restarts a further start in time puts it back to its beginning
 * @param stops what stops it, from the moment of the start on
 * @param allowance how long it runs
 * @param severity of the finding when it has run out
 */
public record Clock(
    String id,
    Set<Scope> scopes,
    Start start,
    Optional<EventSelector> countedFrom,
    boolean restarts,
    EventSelector stops,
    Allowance allowance,
    Severity severity) {
  public Clock {
    scopes = Set.copyOf(scopes);
  }

  /** What starts a clock. */
  public sealed interface Start {
    /**
     * An event.
     *
     * @param unless a condition under which it starts nothing
     * @param minLevel least level of the event
     * @param maxLevel highest level of the event
     */
    record ByEvent(
        EventSelector events, Optional<EventSelector.Condition> unless, int minLevel, int maxLevel)
        implements Start {}

    /** A finding of a pattern that stands before the clock's own in the policy. */
    record ByFinding(String pattern) implements Start {}
  }
}
