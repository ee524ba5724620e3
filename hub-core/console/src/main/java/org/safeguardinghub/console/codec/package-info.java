/**
 * Avro records to the console's own values and back. The only package that sees generated records.
 */
@NullMarked
package org.safeguardinghub.console.codec;

import org.jspecify.annotations.NullMarked;
