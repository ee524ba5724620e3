package org.safeguardinghub.console.referral;

import java.util.List;
import java.util.Optional;

/** Keeps referrals. */
public interface ReferralStore {
  /** Keeps a new one. False if this id was kept before: then nothing changed. */
  boolean keep(Kept referral);

  /**
   * Replaces one by its next form, if it still is what it was then: the same attempt, in the same
   * state. False if it is not.
   */
  boolean replace(Kept before, Kept next);

  /** One of a person's own. */
  Optional<Kept> find(String id, String personId);

  /** A person's own, the latest first. */
  List<Kept> of(String personId, int limit);

  /** What waits to be sent, the oldest first. */
  List<Kept> waiting(int limit);
}
