/**
 * Hosts policy and alert in one Kafka Streams application: one task owns a subject, its events, its
 * findings and its alerts.
 *
 * <p>Belongs here: sources, sinks, stores, the timers that write reached deadlines to the log, the
 * forwarding of household context. Does not belong here: any rule of policy or alert (they are
 * called and decide), the stored forms (codec), settings and start (app).
 */
@NullMarked
package org.safeguardinghub.risk.topology.risk;

import org.jspecify.annotations.NullMarked;
