/**
 * The process: settings, threads, Kafka and their wiring. No decision about a delivery is made
 * here.
 */
@NullMarked
package org.safeguardinghub.notifier.app;

import org.jspecify.annotations.NullMarked;
