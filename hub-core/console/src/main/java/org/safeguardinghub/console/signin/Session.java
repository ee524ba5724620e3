package org.safeguardinghub.console.signin;

import java.time.Duration;
import java.time.Instant;

/**
 * A signed-in browser.
 *
 * @param idHash digest of the id in the cookie; the id itself is kept nowhere
 * @param csrfToken word that every form of this session must carry
 * @param seenAt when its person did something last
 */
public record Session(
    String idHash, String personId, String csrfToken, Instant createdAt, Instant seenAt) {
  public static final Duration IDLE = Duration.ofMinutes(30);
  public static final Duration ABSOLUTE = Duration.ofHours(12);

  /** How fine the last sign of life is kept: not every request writes a row. */
  private static final Duration GRAIN = Duration.ofSeconds(30);

  boolean endedBy(Instant now) {
    return !now.isBefore(seenAt.plus(IDLE)) || !now.isBefore(createdAt.plus(ABSOLUTE));
  }

  boolean worthTouching(Instant now) {
    return now.isAfter(seenAt.plus(GRAIN));
  }

  @Override
  public String toString() {
    return "Session[" + personId + "]";
  }
}
