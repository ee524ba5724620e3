package org.safeguardinghub.connectors.intake.receipt;

/**
 * A recorded message that is not on its topics yet.
 *
 * @param announced whether its reception stands on the dispositions topic already: it must not be
 *     announced again, since a later fate may stand there by now
 */
public record Pending(String receiptId, String feed, boolean announced, Outbox outbox) {}
