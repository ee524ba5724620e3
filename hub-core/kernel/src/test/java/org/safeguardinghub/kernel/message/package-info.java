/** Tests of the package of the same name. */
@NullMarked
package org.safeguardinghub.connectors.intake.envelope;

import org.jspecify.annotations.NullMarked;
