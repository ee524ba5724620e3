/** Tests of the package of the same name. */
@NullMarked
package org.safeguardinghub.deploy.local.platform;

import org.jspecify.annotations.NullMarked;
