package org.safeguardinghub.connectors.intake.feedback;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What is still to be told. Several processes may share one. */
public interface FeedbackStore {
  /** Feeds for which something is due now. */
  Set<String> due();

  /**
   * Takes the one of a feed that is due longest. Nobody else is given it while the lease lasts;
   * after that whoever comes takes it again, so that a process that dies loses nothing.
   */
  Optional<Due> claim(String feed, Duration lease);

  /** It was told, or will never be: it goes. */
  void done(Due due);

  /** It is due again after a while. */
  void again(Due due, Duration after);

  /** What waits for feeds other than these goes; says how much that was. */
  int keepOnly(Set<String> feeds);
}
