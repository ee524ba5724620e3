package org.safeguardinghub.risk.policy.finding;

import java.time.Instant;

/**
 * A moment at which a subject must be evaluated again although nothing may arrive. The host
 * persists it and records at that moment that it was reached.
 *
 * @param id follows from pattern, subject and the event that started it
 * @param pattern id of the pattern that waits
 * @param triggerEventId event that started it
 * @param dueAt when
 */
public record Deadline(String id, String pattern, String triggerEventId, Instant dueAt) {}
