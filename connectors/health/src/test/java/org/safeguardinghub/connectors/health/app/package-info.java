@NullMarked
package org.safeguardinghub.connectors.health.app;

import org.jspecify.annotations.NullMarked;
