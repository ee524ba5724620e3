/**
 * Wires the intake of one connector from its settings: database, Kafka clients, keys, clock and the
 * threads beside it. Nothing here decides anything.
 */
@NullMarked
package org.safeguardinghub.connectors.intake.app;

import org.jspecify.annotations.NullMarked;
