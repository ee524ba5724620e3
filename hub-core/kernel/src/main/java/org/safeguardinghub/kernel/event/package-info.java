/**
 * What an agency said about somebody, once it is inside the hub: closed, validated values without
 * Kafka, Avro or I/O. Agency formats and stored forms do not belong here; they end in mappers and
 * in {@code kernel.codec}.
 */
@NullMarked
package org.safeguardinghub.kernel.event;

import org.jspecify.annotations.NullMarked;
