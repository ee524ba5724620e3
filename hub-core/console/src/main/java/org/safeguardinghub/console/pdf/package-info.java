/** Pages as PDF, for a meeting where there is no screen. */
@NullMarked
package org.safeguardinghub.console.pdf;

import org.jspecify.annotations.NullMarked;
