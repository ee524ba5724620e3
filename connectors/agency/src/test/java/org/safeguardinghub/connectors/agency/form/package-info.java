/** Tests. */
@NullMarked
package org.safeguardinghub.connectors.agency.form;

import org.jspecify.annotations.NullMarked;
