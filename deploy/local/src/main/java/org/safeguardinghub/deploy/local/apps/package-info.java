/**
 * The hub's apps as processes: which there are, which credentials, keys and settings each is given,
 * and how it is started.
 *
 * <p>What an app does does not belong here; this package never calls an app's code.
 */
@NullMarked
package org.safeguardinghub.deploy.local.apps;

import org.jspecify.annotations.NullMarked;
