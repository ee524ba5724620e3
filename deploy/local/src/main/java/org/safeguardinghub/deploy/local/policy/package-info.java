/** Policy versions and held findings of a running hub, read and written as their own principal. */
@NullMarked
package org.safeguardinghub.deploy.local.policy;

import org.jspecify.annotations.NullMarked;
