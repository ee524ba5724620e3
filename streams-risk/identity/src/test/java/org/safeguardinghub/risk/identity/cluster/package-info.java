@NullMarked
package org.safeguardinghub.risk.identity.cluster;

import org.jspecify.annotations.NullMarked;
