/** The process of a connector of files: settings, start and stop. Nothing here decides anything. */
@NullMarked
package org.safeguardinghub.connectors.drop.app;

import org.jspecify.annotations.NullMarked;
