/**
 * The sender's message: strict reading of its JSON, its typed form, and what a refusal says; for
 * the intake, and for whoever puts a refused message right. Belongs here: the shape of a message.
 * Does not belong here: whether its content may enter (the intake's checks), who sent it and where
 * it goes.
 */
@NullMarked
package org.safeguardinghub.kernel.message;

import org.jspecify.annotations.NullMarked;
