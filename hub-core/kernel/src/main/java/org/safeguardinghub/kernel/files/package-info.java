/** Files of secrets and of what is for one process only. What stands in them is their owner's. */
@NullMarked
package org.safeguardinghub.kernel.files;

import org.jspecify.annotations.NullMarked;
