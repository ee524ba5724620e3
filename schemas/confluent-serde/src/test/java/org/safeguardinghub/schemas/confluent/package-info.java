/**
 * Proof that the repackaged serdes work and that the jar holds what it claims to hold.
 *
 * <p>Belongs here: tests of the packaging. Does not belong here: anything about the hub's own
 * schemas, which live in {@code schemas/events}.
 */
@NullMarked
package org.safeguardinghub.schemas.confluent;

import org.jspecify.annotations.NullMarked;
