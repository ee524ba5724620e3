/**
 * The ordered checks that a message passes before it enters the hub. Each is pure: message, sender
 * and time in; a fuller draft or a refusal out. Does not belong here: whether the hub has the
 * message already, which only the store knows.
 */
@NullMarked
package org.safeguardinghub.connectors.intake.check;

import org.jspecify.annotations.NullMarked;
