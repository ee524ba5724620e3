/**
 * What becomes of a decision: an alert with exactly one owner at every moment, a due time, and a
 * ladder that it climbs if nobody answers. Pure: {@link
 * org.safeguardinghub.risk.alert.AlertRules#fold} turns a state and one input into a new state and
 * outputs, and everything that it needs (time, directory, situation) comes in with the input.
 *
 * <p>Belongs here: the life of an alert, routing, the directory as routing sees it, due times, the
 * ids of notifications. Does not belong here: patterns and findings (policy), Kafka, Avro and
 * stores (topology), delivery (notifier), what a page shows (console).
 */
@NullMarked
package org.safeguardinghub.risk.alert;

import org.jspecify.annotations.NullMarked;
