/**
 * The cases that every HTTP connector has to pass, ours and an agency's own. Belongs here: what is
 * sent and what must be answered. Does not belong here: what a connector does with it.
 */
@NullMarked
package org.safeguardinghub.deploy.local.conform;

import org.jspecify.annotations.NullMarked;
