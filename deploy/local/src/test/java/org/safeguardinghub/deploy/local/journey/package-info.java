/**
 * Journeys through a whole hub: real broker, registry, database, apps and mail server as processes.
 */
@NullMarked
package org.safeguardinghub.deploy.local.journey;

import org.jspecify.annotations.NullMarked;
