/**
 * The threads that carry attempts out: room for each channel and receiver, a deadline for each
 * attempt, recording what came of it, telling outcomes. What follows from an answer is decided in
 * the delivery package; Kafka and settings are elsewhere.
 */
@NullMarked
package org.safeguardinghub.notifier.dispatch;

import org.jspecify.annotations.NullMarked;
