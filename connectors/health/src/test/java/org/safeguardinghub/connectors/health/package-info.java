@NullMarked
package org.safeguardinghub.connectors.health;

import org.jspecify.annotations.NullMarked;
