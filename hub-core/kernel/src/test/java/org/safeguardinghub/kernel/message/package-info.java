/** Tests of the package of the same name. */
@NullMarked
package org.safeguardinghub.kernel.message;

import org.jspecify.annotations.NullMarked;
