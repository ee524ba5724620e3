/** The server that takes HL7 version 2 messages over mutual TLS. Knows frames, not messages. */
@NullMarked
package org.safeguardinghub.connectors.health.mllp;

import org.jspecify.annotations.NullMarked;
