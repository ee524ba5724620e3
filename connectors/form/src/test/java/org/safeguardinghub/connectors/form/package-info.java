/** Tests. */
@NullMarked
package org.safeguardinghub.connectors.form;

import org.jspecify.annotations.NullMarked;
