/**
 * The files and pages that schools give, and what a row of each means. Belongs here: columns,
 * attendance codes, mappings and the way from a row to the intake's message; all of it pure. Does
 * not belong here: folders and sending.
 */
@NullMarked
package org.safeguardinghub.connectors.education.form;

import org.jspecify.annotations.NullMarked;
