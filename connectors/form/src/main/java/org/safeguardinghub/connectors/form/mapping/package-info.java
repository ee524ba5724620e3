/**
 * Forms that need no code: a reviewed file says how records are found, who they are about, and
 * which events they become. Belongs here: reading such a file with every fault, and applying it.
 * Does not belong here: any one agency's mapping.
 */
@NullMarked
package org.safeguardinghub.connectors.form.mapping;

import org.jspecify.annotations.NullMarked;
