/**
 * Under what information about a child is shared, and on what ground it is not. Belongs here: the
 * reviewed lists. Does not belong here: whether something may be shared, which people decide.
 */
@NullMarked
package org.safeguardinghub.kernel.sharing;

import org.jspecify.annotations.NullMarked;
