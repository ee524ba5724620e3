/** Tests. */
@NullMarked
package org.safeguardinghub.connectors.socialcare.form;

import org.jspecify.annotations.NullMarked;
