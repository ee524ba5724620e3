package org.safeguardinghub.risk.alert;

import java.time.Instant;
import org.safeguardinghub.kernel.sealing.Sealed;

/**
 * A lead's answer.
 *
 * @param answer what was decided
 * @param reason why, sealed: what a person writes about a child is never in clear here
 * @param personId who answered
 * @param at when
 */
public record Acknowledgement(Answer answer, Sealed reason, String personId, Instant at) {}
