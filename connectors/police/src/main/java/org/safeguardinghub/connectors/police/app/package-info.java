/** The connector's process. Nothing here decides anything. */
@NullMarked
package org.safeguardinghub.connectors.police.app;

import org.jspecify.annotations.NullMarked;
