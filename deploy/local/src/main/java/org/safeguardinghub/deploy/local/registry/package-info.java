/**
 * The embedded schema registry: a real Apicurio server with durable storage.
 *
 * <p>Which schemas it holds does not belong here: see the provisioning package.
 */
@NullMarked
package org.safeguardinghub.deploy.local.registry;

import org.jspecify.annotations.NullMarked;
