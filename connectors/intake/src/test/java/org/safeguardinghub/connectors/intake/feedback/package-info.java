/** Tests of what agencies are told. */
@NullMarked
package org.safeguardinghub.connectors.intake.feedback;

import org.jspecify.annotations.NullMarked;
