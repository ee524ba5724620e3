/** HL7 version 2 messages: reading them, what each becomes, and their acknowledgements. */
@NullMarked
package org.safeguardinghub.connectors.health.hl7;

import org.jspecify.annotations.NullMarked;
