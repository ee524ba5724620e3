/** The process of the health connector: HTTP, MLLP and folders around one intake. */
@NullMarked
package org.safeguardinghub.connectors.health.app;

import org.jspecify.annotations.NullMarked;
