/**
 * The quarantine desk's rules: who sees which refused message, and what a form changes of it. Does
 * not belong here: rows, pages, resubmitting.
 */
@NullMarked
package org.safeguardinghub.console.desk;

import org.jspecify.annotations.NullMarked;
