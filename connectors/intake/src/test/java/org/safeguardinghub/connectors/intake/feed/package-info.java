/** Tests of the package of the same name. */
@NullMarked
package org.safeguardinghub.connectors.intake.feed;

import org.jspecify.annotations.NullMarked;
