/**
 * Hardened readers of CSV, XML and JSON. Belongs here: encodings, limits, half-written files, what
 * a text may not do to its reader. Does not belong here: what a column, an element or a key means.
 */
@NullMarked
package org.safeguardinghub.connectors.form.read;

import org.jspecify.annotations.NullMarked;
