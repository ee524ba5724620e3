/**
 * The embedded PostgreSQL: the real server, unpacked once, with its own data and passwords.
 *
 * <p>Roles, schemas and migrations do not belong here: see the provisioning package.
 */
@NullMarked
package org.safeguardinghub.deploy.local.database;

import org.jspecify.annotations.NullMarked;
