/** Who saw what: a chain of hashed records, written before a page is shown. */
@NullMarked
package org.safeguardinghub.console.audit;

import org.jspecify.annotations.NullMarked;
