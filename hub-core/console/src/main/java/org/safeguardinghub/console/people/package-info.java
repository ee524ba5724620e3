/**
 * Who the professionals are, which roles they hold and what their organisations are called. Reads\n
 * * the reviewed directory file; does not store, publish or sign anybody in.
 */
@NullMarked
package org.safeguardinghub.console.people;

import org.jspecify.annotations.NullMarked;
