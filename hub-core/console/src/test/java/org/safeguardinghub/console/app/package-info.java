/** Tests of the console's wiring over real tables. */
@NullMarked
package org.safeguardinghub.console.app;

import org.jspecify.annotations.NullMarked;
