/** Tests. */
@NullMarked
package org.safeguardinghub.connectors.form.conform;

import org.jspecify.annotations.NullMarked;
