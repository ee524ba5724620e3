package org.safeguardinghub.risk.alert;

import java.time.Instant;

/**
 * A due time of an alert.
 *
 * @param id follows from the alert and the version that set it, so that each is reached once
 * @param dueAt when an answer is due
 */
public record Deadline(String id, Instant dueAt) {}
