/**
 * What the console says to the rest of the hub: records are stored with the change that caused
 * them\n * and published exactly as stored.
 */
@NullMarked
package org.safeguardinghub.console.outbox;

import org.jspecify.annotations.NullMarked;
