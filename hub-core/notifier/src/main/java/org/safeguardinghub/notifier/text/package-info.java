/**
 * The fixed words of a notification, as mail and as webhook body. Nothing here knows a person or a
 * child: the only variable parts are an opaque reference, a due time and the console's address.
 */
@NullMarked
package org.safeguardinghub.notifier.text;

import org.jspecify.annotations.NullMarked;
