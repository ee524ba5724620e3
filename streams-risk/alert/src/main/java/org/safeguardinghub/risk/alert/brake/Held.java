package org.safeguardinghub.risk.alert.brake;

import java.time.Instant;
import java.util.Optional;
import org.safeguardinghub.risk.alert.Finding;

/**
 * What a change of policy found and nobody was told. It is no alert: it has no owner and no due
 * time.
 */
public sealed interface Held {
  /** What was found, and since when it is held. */
  Found found();

  /** The same state, reading differently. */
  Held reading(Finding finding);

  default String id() {
    return found().finding().id();
  }

  /**
   * What was found.
   *
   * @param finding as its last decision left it
   * @param succeeds the id that it had before, where its first evidence is another now
   * @param kind what it will be for its alert
   * @param policyVersion the version that found it
   * @param since when it was held first
   */
  record Found(
      Finding finding, Optional<String> succeeds, Kind kind, int policyVersion, Instant since) {
    Found reading(Finding other) {
      return new Found(other, succeeds, kind, policyVersion, since);
    }
  }

  /** What was found is new, or makes something stronger that its owner knows. */
  enum Kind {
    NEW,
    STRONGER
  }

  /** An administrator has not looked yet. */
  record Waiting(Found found) implements Held {
    @Override
    public Waiting reading(Finding finding) {
      return new Waiting(found.reading(finding));
    }

    Declined decline(Ruling ruling) {
      return new Declined(found, ruling);
    }
  }

  /**
   * An administrator does not want it told. A new event that strengthens it raises it all the same.
   */
  record Declined(Found found, Ruling ruling) implements Held {
    @Override
    public Declined reading(Finding finding) {
      return new Declined(found.reading(finding), ruling);
    }
  }
}
