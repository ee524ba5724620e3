/** The connector's process. Nothing here decides anything. */
@NullMarked
package org.safeguardinghub.connectors.agency.app;

import org.jspecify.annotations.NullMarked;
