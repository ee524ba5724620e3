/** References to what a timeline is about, without anything that tells who or where it is. */
@NullMarked
package org.safeguardinghub.kernel.subject;

import org.jspecify.annotations.NullMarked;
