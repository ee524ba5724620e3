package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;

/** A rule that accumulates: asked at each moment at which it may newly be met, whether it is. */
interface Matcher {
  /** Those moments, none of them later than the scan's now. */
  SortedSet<Instant> moments();

  /** The match of the windows that end with this moment. */
  Optional<Match> at(Instant moment);

  /**
   * Whether somebody leads a plan about this very matter at that moment: a match is then new
   * evidence for them.
   */
  default boolean ledAt(Instant moment) {
    return false;
  }
}
