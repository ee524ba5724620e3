@NullMarked
package org.safeguardinghub.connectors.health.table;

import org.jspecify.annotations.NullMarked;
