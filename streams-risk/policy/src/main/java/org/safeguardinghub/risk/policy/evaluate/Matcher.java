package org.safeguardinghub.risk.policy.evaluate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.safeguardinghub.risk.policy.finding.Deadline;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/** A rule that accumulates: asked at each moment at which it may newly be met, whether it is. */
interface Matcher {
  /**
   * Those moments, none of them later than the scan's now.
   *
   * @param when others need not be named
   */
  SortedSet<Instant> moments(Stretch when);

  /** The match of the windows that end with this moment. */
  Optional<Match> at(Instant moment);

  /**
   * Whether somebody leads a plan about this very matter at that moment: a match is then new
   * evidence for them.
   */
  default boolean ledAt(Instant moment) {
    return false;
  }

  /** Moments at which time alone may meet it. */
  default List<Deadline> deadlines() {
    return List.of();
  }

  /**
   * Whether it may be asked again after its events have grown: it holds what it asked the scan for
   * and nothing made from that, and no answer depends on what happened later, but for {@link
   * #looksAhead()}.
   */
  default boolean grows() {
    return false;
  }

  /** How much later something may happen that changes what is said of a moment. */
  default Duration looksAhead() {
    return Duration.ZERO;
  }

  /** The first moment of which something else may be said because of such an event. */
  default Instant since(TimelineEvent changed) {
    return changed.at();
  }

  /**
   * For how long something else may be said after another pattern was told otherwise; empty where
   * what it read of others was read once.
   */
  default Optional<Duration> readsOthersFor() {
    return Optional.empty();
  }

  /** Its lists have changed; asked nothing before the next change. */
  default void grown() {}

  /** The moments of which something else may be said because of such an event. */
  default List<Stretch> reaches(TimelineEvent changed) {
    return List.of(new Stretch(since(changed), reach(changed)));
  }

  /**
   * The last moment of which something else may be said because an event came, went or reads
   * otherwise, as its lists are now. Of later moments everything is said as before, so that a
   * correction of what was long ago costs what is within its reach and not all the years since.
   */
  default Instant reach(TimelineEvent changed) {
    return Instant.MAX;
  }
}
