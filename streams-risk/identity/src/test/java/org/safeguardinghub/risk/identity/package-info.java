/** Tests of the identity rules, with a hand-written index. */
@NullMarked
package org.safeguardinghub.risk.identity;

import org.jspecify.annotations.NullMarked;
