package org.safeguardinghub.risk.policy.finding;

import java.time.Instant;
import java.util.Optional;

/**
 * A moment at which a subject must be evaluated again although nothing may arrive. The host
 * persists it and records at that moment that it was reached.
 *
 * @param id follows from pattern, subject and the event that started it
 * @param pattern id of the pattern that waits
 * @param triggerEventId event that started it
 * @param dueAt when
 * @param clock by which somebody must have done something; empty where time alone completes or ends
 *     something
 */
public record Deadline(
    String id, String pattern, String triggerEventId, Instant dueAt, Optional<Clock> clock) {
  /**
   * A clock that runs.
   *
   * @param what what it is about, in plain words
   * @param since from when its period is counted
   */
  public record Clock(String what, Instant since) {}

  /** A moment at which nobody need have done anything. */
  public static Deadline of(String id, String pattern, String triggerEventId, Instant dueAt) {
    return new Deadline(id, pattern, triggerEventId, dueAt, Optional.empty());
  }
}
