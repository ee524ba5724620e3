package org.safeguardinghub.risk.alert;

import java.time.Instant;
import java.util.Optional;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.risk.policy.finding.Without;

/**
 * One event that a finding rests on, as far as an alert shows it.
 *
 * @param eventId the event
 * @param type its type in the catalogue
 * @param agency code of the publishing agency
 * @param family the family that it originates from
 * @param occurredAt when it happened
 * @param receivedAt when the hub received it
 * @param level effective level, 1 to 4
 * @param handling who may see it
 * @param without what the finding would be without it, where that was asked
 * @param inSmallest one of a smallest group that would be enough by itself
 */
public record Evidence(
    String eventId,
    String type,
    String agency,
    OriginFamily family,
    Instant occurredAt,
    Instant receivedAt,
    int level,
    HandlingClass handling,
    Optional<Without> without,
    boolean inSmallest) {}
