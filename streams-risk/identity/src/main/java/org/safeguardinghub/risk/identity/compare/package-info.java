/**
 * How values of people's records compare: comparison forms beside originals, agreements from the
 * same to different, and the classes of name forms. Pure values and functions. What an agreement is
 * worth does not belong here: see model.
 */
@NullMarked
package org.safeguardinghub.risk.identity.compare;

import org.jspecify.annotations.NullMarked;
