/** Tests of the package of the same name. */
@NullMarked
package org.safeguardinghub.connectors.intake.receipt;

import org.jspecify.annotations.NullMarked;
