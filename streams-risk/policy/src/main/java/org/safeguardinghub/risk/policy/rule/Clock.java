package org.safeguardinghub.risk.policy.rule;

import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.kernel.subject.Scope;

/**
 * A clock that an event starts and an event stops.
 *
 * @param id its name, also of its text
 * @param waitsFor what is to happen until then, in plain words
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
    String waitsFor,
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
     * @param household whether an event of the household starts it too, whoever it names
     * @param feeds only what these feeds sent starts it; any feed where absent, nothing where empty
     * @param fromMonths the child is that old, or its age is not known
     * @param belowMonths the child is younger than that, or its age is not known
     * @param unless a condition under which it starts nothing
     * @param minLevel least level of the event
     * @param maxLevel highest level of the event
     */
    record ByEvent(
        EventSelector events,
        boolean household,
        Optional<Set<String>> feeds,
        int fromMonths,
        int belowMonths,
        Optional<EventSelector.Condition> unless,
        int minLevel,
        int maxLevel)
        implements Start {
      public ByEvent {
        feeds = feeds.map(Set::copyOf);
      }

      /** Whether it starts at nothing, because no feed may start it. */
      public boolean off() {
        return feeds.filter(Set::isEmpty).isPresent();
      }

      /** Whether it asks for an age. */
      public boolean aged() {
        return fromMonths > 0 || belowMonths < Integer.MAX_VALUE;
      }
    }

    /** A finding of a pattern that stands before the clock's own in the policy. */
    record ByFinding(String pattern) implements Start {}
  }
}
