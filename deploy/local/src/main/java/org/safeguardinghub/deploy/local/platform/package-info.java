/**
 * Broker, registry and database as one thing that programs and tests can start: an interface and
 * its embedded form.
 *
 * <p>The hub's apps do not belong here.
 */
@NullMarked
package org.safeguardinghub.deploy.local.platform;

import org.jspecify.annotations.NullMarked;
