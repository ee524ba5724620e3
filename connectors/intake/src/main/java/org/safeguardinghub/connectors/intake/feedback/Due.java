package org.safeguardinghub.connectors.intake.feedback;

import java.time.Duration;
import java.time.Instant;

/**
 * One thing to be told, taken for one attempt.
 *
 * @param number of the row
 * @param wireId the same for every attempt, by which a receiver recognises a repeat
 * @param madeAt when it became known here
 * @param attempts how many there have been, this one with them
 * @param age how long it has been waiting
 */
public record Due(
    long number,
    String feed,
    String receiptId,
    String wireId,
    Instant madeAt,
    int attempts,
    Duration age) {}
