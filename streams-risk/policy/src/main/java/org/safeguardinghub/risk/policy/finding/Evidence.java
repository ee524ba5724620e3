package org.safeguardinghub.risk.policy.finding;

import java.time.Instant;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.event.HandlingClass;

/**
 * An event on which a finding rests, as it reads now.
 *
 * @param receiptKey key of its disposition
 * @param family the family of its publisher
 */
public record Evidence(
    String eventId,
    String receiptKey,
    String type,
    String agency,
    OriginFamily family,
    Instant occurredAt,
    Instant receivedAt,
    int level,
    HandlingClass handling) {}
