/** Which records are one person's, given what pairs are worth. Pure. */
@NullMarked
package org.safeguardinghub.risk.identity.cluster;

import org.jspecify.annotations.NullMarked;
