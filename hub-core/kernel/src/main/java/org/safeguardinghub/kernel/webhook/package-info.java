/** Where a signed webhook may go, and what secret is good enough. Nothing is sent from here. */
@NullMarked
package org.safeguardinghub.kernel.webhook;

import org.jspecify.annotations.NullMarked;
