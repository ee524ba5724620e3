/**
 * The quarantine desk of a running hub, for the command line. Belongs here: what the account on the
 * machine may do at it. Does not belong here: how a message is put right, and printing.
 */
@NullMarked
package org.safeguardinghub.deploy.local.quarantine;

import org.jspecify.annotations.NullMarked;
