/** Tests of the alert's life: scenarios, laws over generated histories, the routing table. */
@NullMarked
package org.safeguardinghub.risk.alert;

import org.jspecify.annotations.NullMarked;
