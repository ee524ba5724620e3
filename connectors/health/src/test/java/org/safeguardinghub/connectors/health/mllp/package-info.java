@NullMarked
package org.safeguardinghub.connectors.health.mllp;

import org.jspecify.annotations.NullMarked;
