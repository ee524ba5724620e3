/**
 * What a delivery is and how it moves: the notification, the states it passes, the answer of a
 * receiver, when to try again, and the two ports (deliveries that are kept, and a way to send).
 * Pure: no clock, no database, no network, no Kafka.
 */
@NullMarked
package org.safeguardinghub.notifier.delivery;

import org.jspecify.annotations.NullMarked;
