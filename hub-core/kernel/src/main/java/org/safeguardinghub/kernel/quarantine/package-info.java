/**
 * What was refused and waits to be put right: as the console and the command line see it. Belongs
 * here: records, fixes, changing a message's fields, the counts of a day and whether they add up.
 * Does not belong here: refusing, resubmitting, and who may see what.
 */
@NullMarked
package org.safeguardinghub.kernel.quarantine;

import org.jspecify.annotations.NullMarked;
