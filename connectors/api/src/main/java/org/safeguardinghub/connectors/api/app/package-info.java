/**
 * The HTTP connector: main, controllers and the form of its answers. Belongs here: HTTP, and
 * Micronaut. Does not belong here: any decision about a message, which the intake takes.
 */
@NullMarked
package org.safeguardinghub.connectors.api.app;

import org.jspecify.annotations.NullMarked;
