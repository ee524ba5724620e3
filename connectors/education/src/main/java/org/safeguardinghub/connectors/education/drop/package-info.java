/**
 * The watched folders: picking files up, taking them through the intake batch by batch and writing
 * a result for every\n * row. Belongs here: what must hold across a crash. Does not belong here:
 * what a row means.
 */
@NullMarked
package org.safeguardinghub.connectors.education.drop;

import org.jspecify.annotations.NullMarked;
