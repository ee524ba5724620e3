/** Children's social care: the statutory returns and lists that its case systems can export. */
@NullMarked
package org.safeguardinghub.connectors.socialcare;

import org.jspecify.annotations.NullMarked;
