/** Tests. */
@NullMarked
package org.safeguardinghub.connectors.education.csv;

import org.jspecify.annotations.NullMarked;
