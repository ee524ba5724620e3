@NullMarked
package org.safeguardinghub.risk.identity.population;

import org.jspecify.annotations.NullMarked;
