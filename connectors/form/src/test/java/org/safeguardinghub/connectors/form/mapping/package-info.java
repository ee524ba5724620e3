/** Tests. */
@NullMarked
package org.safeguardinghub.connectors.form.mapping;

import org.jspecify.annotations.NullMarked;
