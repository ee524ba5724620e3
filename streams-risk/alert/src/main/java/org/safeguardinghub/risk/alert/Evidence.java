package org.safeguardinghub.risk.alert;

import java.time.Instant;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.event.HandlingClass;

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
 */
public record Evidence(
    String eventId,
    String type,
    String agency,
    OriginFamily family,
    Instant occurredAt,
    Instant receivedAt,
    int level,
    HandlingClass handling) {}
