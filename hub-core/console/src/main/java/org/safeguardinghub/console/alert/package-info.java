/**
 * An alert and its evidence as a lead may see them, and the rules of who may. No Avro, HTTP, SQL
 * or\n * clock: stores stand here as interfaces.
 */
@NullMarked
package org.safeguardinghub.console.alert;

import org.jspecify.annotations.NullMarked;
