/** The versions of a policy on a hub: which may be published, and which holds at a moment. */
@NullMarked
package org.safeguardinghub.risk.policy.version;

import org.jspecify.annotations.NullMarked;
