/**
 * Rows in memory and invented alerts for tests and for looking at pages; nothing of it is shipped.
 */
@NullMarked
package org.safeguardinghub.console.testing;

import org.jspecify.annotations.NullMarked;
