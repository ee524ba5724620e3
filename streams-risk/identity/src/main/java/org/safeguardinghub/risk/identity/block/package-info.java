/**
 * Which pairs of records are worth comparing: several keys a record, bounded lists, a second
 * witness. Pure.
 */
@NullMarked
package org.safeguardinghub.risk.identity.block;

import org.jspecify.annotations.NullMarked;
