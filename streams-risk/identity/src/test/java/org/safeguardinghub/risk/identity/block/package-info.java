@NullMarked
package org.safeguardinghub.risk.identity.block;

import org.jspecify.annotations.NullMarked;
