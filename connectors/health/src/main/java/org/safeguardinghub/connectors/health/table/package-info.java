/** The reviewed tables that say what each code of a sender becomes, and how they are read. */
@NullMarked
package org.safeguardinghub.connectors.health.table;

import org.jspecify.annotations.NullMarked;
