/**
 * The watched folders: picking files up, taking them through the intake batch by batch and writing
 * a result for every item. Belongs here: what must hold across a crash. Does not belong here: what
 * an item means.
 */
@NullMarked
package org.safeguardinghub.connectors.drop;

import org.jspecify.annotations.NullMarked;
