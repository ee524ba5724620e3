/**
 * References to what a timeline or an entry of the directory is about, without anything that tells
 * who or where it is.
 */
@NullMarked
package org.safeguardinghub.kernel.subject;

import org.jspecify.annotations.NullMarked;
