/**
 * Reads files with all forms and through the intake's own checks, without taking them in. Belongs
 * here: what would become of each item. Does not belong here: walking folders, printing.
 */
@NullMarked
package org.safeguardinghub.connectors.form.conform;

import org.jspecify.annotations.NullMarked;
