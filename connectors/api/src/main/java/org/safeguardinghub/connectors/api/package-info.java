/**
 * What the HTTP connector reads from a request before the intake sees it. Belongs here: lines and
 * keys. Does not belong here: HTTP itself (package {@code app}) and the checks (intake).
 */
@NullMarked
package org.safeguardinghub.connectors.api;

import org.jspecify.annotations.NullMarked;
