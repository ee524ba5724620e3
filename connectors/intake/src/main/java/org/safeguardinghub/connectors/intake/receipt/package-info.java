/**
 * Receipts and fates: what the intake remembers of each message so that nothing is lost, nothing
 * enters twice and a sender can ask what became of it. Does not belong here: content in clear, and
 * Kafka.
 */
@NullMarked
package org.safeguardinghub.connectors.intake.receipt;

import org.jspecify.annotations.NullMarked;
