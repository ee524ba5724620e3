@NullMarked
package org.safeguardinghub.connectors.health.ecds;

import org.jspecify.annotations.NullMarked;
