/** The connector's process: settings, start and stop. Nothing here decides anything. */
@NullMarked
package org.safeguardinghub.connectors.education.app;

import org.jspecify.annotations.NullMarked;
