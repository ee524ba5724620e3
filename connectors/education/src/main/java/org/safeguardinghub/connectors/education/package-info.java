/**
 * The education connector: what schools drop as CSV files becomes concerns. Belongs here: the two
 * file forms, the mapping tables and the way of a file through its folder. Does not belong here:
 * checks and receipts, which are the intake's.
 */
@NullMarked
package org.safeguardinghub.connectors.education;

import org.jspecify.annotations.NullMarked;
