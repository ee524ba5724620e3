/** Tests. */
@NullMarked
package org.safeguardinghub.connectors.drop;

import org.jspecify.annotations.NullMarked;
