/** The main class and the wiring of the console. Nothing else. */
@NullMarked
package org.safeguardinghub.console.app;

import org.jspecify.annotations.NullMarked;
