/** Tests of the package of the same name. */
@NullMarked
package org.safeguardinghub.connectors.api;

import org.jspecify.annotations.NullMarked;
