/** The connector's process. Nothing here decides anything. */
@NullMarked
package org.safeguardinghub.connectors.socialcare.app;

import org.jspecify.annotations.NullMarked;
