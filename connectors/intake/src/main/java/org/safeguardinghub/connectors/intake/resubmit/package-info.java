/**
 * Sends in again what somebody put right at the quarantine desk, and lets go what has been kept
 * long enough. Belongs here: carrying out what was asked. Does not belong here: asking, and who may
 * see what.
 */
@NullMarked
package org.safeguardinghub.connectors.intake.resubmit;

import org.jspecify.annotations.NullMarked;
