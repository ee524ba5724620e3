/** Tests of resubmitting. */
@NullMarked
package org.safeguardinghub.connectors.intake.resubmit;

import org.jspecify.annotations.NullMarked;
