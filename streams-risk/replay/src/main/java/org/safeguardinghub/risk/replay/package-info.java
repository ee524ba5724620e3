/**
 * Asks "what would this rule have found?": reads the subject log and folds it again with the same
 * policy and alert rules, then compares with what was decided live.
 *
 * <p>Belongs here: reading topics to their ends, folding, comparing, the report. Does not belong
 * here: any rule, and anything that could write; a test keeps producers off every path.
 */
@NullMarked
package org.safeguardinghub.risk.replay;

import org.jspecify.annotations.NullMarked;
