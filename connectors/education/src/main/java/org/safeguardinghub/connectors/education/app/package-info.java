/** The main of the education connector. Nothing here decides anything. */
@NullMarked
package org.safeguardinghub.connectors.education.app;

import org.jspecify.annotations.NullMarked;
