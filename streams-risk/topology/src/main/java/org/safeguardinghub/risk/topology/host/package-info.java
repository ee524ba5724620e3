/**
 * What every streams application of ours shares: its Kafka Streams settings and the bound of its
 * native memory. What only one application needs stands with that application.
 */
@NullMarked
package org.safeguardinghub.risk.topology.host;

import org.jspecify.annotations.NullMarked;
