/**
 * What goes out and comes back through Kafka: accepted concerns, refusals, dispositions and the
 * heartbeat of feeds. All that this module knows of Avro and Kafka is here; a connector sees
 * neither.
 */
@NullMarked
package org.safeguardinghub.connectors.intake.publish;

import org.jspecify.annotations.NullMarked;
