/**
 * The sub-commands of {@code ./hub} that start, stop and show a hub. Others stand beside what they
 * do and are registered in {@code HubCommand}.
 *
 * <p>Anything that a program could want without a terminal does not belong here.
 */
@NullMarked
package org.safeguardinghub.deploy.local.command;

import org.jspecify.annotations.NullMarked;
