/** Tests. */
@NullMarked
package org.safeguardinghub.connectors.education.drop;

import org.jspecify.annotations.NullMarked;
