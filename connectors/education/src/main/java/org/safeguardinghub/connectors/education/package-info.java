/**
 * The connector of schools and colleges: CSV files in a watched folder. Belongs here: everything about files of\n * schools. Does not belong here: the checks of a concern and Kafka, which are the intake's.
 */
@NullMarked
package org.safeguardinghub.connectors.education;

import org.jspecify.annotations.NullMarked;
