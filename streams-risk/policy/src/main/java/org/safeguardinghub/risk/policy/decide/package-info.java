/**
 * Compares what has been published about a subject with what an evaluation finds now, and says what
 * to publish next. Belongs here: succession, strengthening, withdrawal. Does not belong here:
 * alerts, owners, routes.
 */
@NullMarked
package org.safeguardinghub.risk.policy.decide;

import org.jspecify.annotations.NullMarked;
