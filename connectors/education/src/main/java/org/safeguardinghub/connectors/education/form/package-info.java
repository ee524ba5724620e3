/**
 * The two kinds of file that a school may drop, and what a row of each means. Belongs here:
 * columns, attendance codes\n * and the mapping of a row to the intake's message; all of it pure.
 * Does not belong here: folders and sending.
 */
@NullMarked
package org.safeguardinghub.connectors.education.form;

import org.jspecify.annotations.NullMarked;
