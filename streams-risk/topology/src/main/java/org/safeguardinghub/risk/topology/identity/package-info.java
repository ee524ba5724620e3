/**
 * Kafka Streams wiring of identity: parallel attribution of known persons, the one ordered linker,
 * and everything that stored forms need (Avro, JSON of claims, sealing, the index in RocksDB). The
 * rules about who is who do not belong here; they are pure and stand in {@code
 * org.safeguardinghub.risk.identity}.
 */
@NullMarked
package org.safeguardinghub.risk.topology.identity;

import org.jspecify.annotations.NullMarked;
