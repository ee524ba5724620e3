package org.safeguardinghub.risk.alert.brake;

import java.time.Instant;
import org.safeguardinghub.kernel.sealing.Sealed;

/**
 * What an administrator said about a held finding.
 *
 * @param rulingId the same id is applied once
 * @param by who said it
 * @param reason why, sealed
 * @param at when
 */
public record Ruling(String rulingId, String by, Sealed reason, Instant at) {}
