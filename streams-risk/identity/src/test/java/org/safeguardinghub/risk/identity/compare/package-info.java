@NullMarked
package org.safeguardinghub.risk.identity.compare;

import org.jspecify.annotations.NullMarked;
