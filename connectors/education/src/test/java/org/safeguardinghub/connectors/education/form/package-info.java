/** Tests. */
@NullMarked
package org.safeguardinghub.connectors.education.form;

import org.jspecify.annotations.NullMarked;
