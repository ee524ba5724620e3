/** Tests. */
@NullMarked
package org.safeguardinghub.connectors.form.read;

import org.jspecify.annotations.NullMarked;
