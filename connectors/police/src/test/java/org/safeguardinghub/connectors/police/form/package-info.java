/** Tests. */
@NullMarked
package org.safeguardinghub.connectors.police.form;

import org.jspecify.annotations.NullMarked;
