/** What measurements count and compute; the speeds themselves are asserted nowhere. */
@NullMarked
package org.safeguardinghub.deploy.local.bench;

import org.jspecify.annotations.NullMarked;
