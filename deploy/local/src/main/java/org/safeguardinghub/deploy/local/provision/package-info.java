/**
 * What the infrastructure must hold before an app starts: topics, grants, users and schemas from
 * {@code Topics}, database roles, schemas and migrations. Running it again changes nothing.
 *
 * <p>Starting processes does not belong here, nor does any knowledge of a single topic or table.
 */
@NullMarked
package org.safeguardinghub.deploy.local.provision;

import org.jspecify.annotations.NullMarked;
