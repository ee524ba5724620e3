/**
 * The command {@code ./hub}: where sub-commands are registered.
 *
 * <p>What a command does belongs in the packages below.
 */
@NullMarked
package org.safeguardinghub.deploy.local;

import org.jspecify.annotations.NullMarked;
