package org.safeguardinghub.console.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who opened what was not in their hands, and what came of looking at it. */
public interface GlassStore {
  /**
   * Opens an alert to somebody, and tells the hub so, in one go.
   *
   * @return false if that was recorded before
   */
  boolean open(Glass glass, SentAction told);

  /** What keeps an alert open to a person at a moment. */
  Optional<Glass> openTo(String personId, String alertId, Instant at);

  /** What waits for a review, the oldest first; then what was reviewed, the latest first. */
  List<Glass> all(int limit);

  Optional<Glass> find(String id);

  /** Records a review; false if there is one already. */
  boolean review(String id, Glass.Review review);
}
