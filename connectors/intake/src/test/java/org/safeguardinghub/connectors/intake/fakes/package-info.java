/**
 * Hand-written stand-ins for what the intake reaches outside itself: the store and the senders. For
 * tests only.
 */
@NullMarked
package org.safeguardinghub.connectors.intake.fakes;

import org.jspecify.annotations.NullMarked;
