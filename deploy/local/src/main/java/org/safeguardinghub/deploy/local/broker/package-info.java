/**
 * The embedded Kafka broker: its settings, its storage formatted once with every principal in it,
 * and its own process.
 *
 * <p>Topics and grants do not belong here: see the provisioning package.
 */
@NullMarked
package org.safeguardinghub.deploy.local.broker;

import org.jspecify.annotations.NullMarked;
