@NullMarked
package org.safeguardinghub.risk.identity.match;

import org.jspecify.annotations.NullMarked;
