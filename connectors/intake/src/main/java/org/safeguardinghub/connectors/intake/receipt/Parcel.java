package org.safeguardinghub.connectors.intake.receipt;

/**
 * The sealed records of messages that are recorded together, on their way out.
 *
 * @param id to which the seal is bound
 */
public record Parcel(String id, Outbox content) {}
