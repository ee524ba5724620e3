/**
 * The sender's envelope: strict reading of its JSON, its typed form, and what a refusal says.
 * Belongs here: the shape of a message. Does not belong here: whether its content may enter
 * (checks), who sent it (feed) and where it goes.
 */
@NullMarked
package org.safeguardinghub.connectors.intake.envelope;

import org.jspecify.annotations.NullMarked;
