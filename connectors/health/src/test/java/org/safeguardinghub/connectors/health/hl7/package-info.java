@NullMarked
package org.safeguardinghub.connectors.health.hl7;

import org.jspecify.annotations.NullMarked;
