/** Tests of the package of the same name. */
@NullMarked
package org.safeguardinghub.deploy.local.process;

import org.jspecify.annotations.NullMarked;
