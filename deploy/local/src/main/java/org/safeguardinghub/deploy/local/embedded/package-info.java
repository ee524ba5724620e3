/**
 * A whole hub that a program or test starts, watches, breaks and stops.
 *
 * <p>Speaking to a person does not belong here: see the command package.
 */
@NullMarked
package org.safeguardinghub.deploy.local.embedded;

import org.jspecify.annotations.NullMarked;
