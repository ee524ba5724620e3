/**
 * The data folder: where things are in it, who holds it, whether it is sound, its secrets and its
 * ports.
 *
 * <p>Starting anything does not belong here.
 */
@NullMarked
package org.safeguardinghub.deploy.local.folder;

import org.jspecify.annotations.NullMarked;
