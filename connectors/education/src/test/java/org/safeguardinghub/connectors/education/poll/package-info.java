/** Tests. */
@NullMarked
package org.safeguardinghub.connectors.education.poll;

import org.jspecify.annotations.NullMarked;
