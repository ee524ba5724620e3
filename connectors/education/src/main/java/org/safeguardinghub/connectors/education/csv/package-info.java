/**
 * The text of a CSV file, cut into rows. Belongs here: encoding, quotes, line ends, half-written
 * files. Does not belong\n * here: what a column means.
 */
@NullMarked
package org.safeguardinghub.connectors.education.csv;

import org.jspecify.annotations.NullMarked;
