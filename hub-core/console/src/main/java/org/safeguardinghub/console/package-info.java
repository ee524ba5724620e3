/**
 * The web console for leads: sign-in, the list of alerts, one alert, its acknowledgement. Only
 * the\n * feature packages below belong here; nothing stands in this package itself.
 */
@NullMarked
package org.safeguardinghub.console;

import org.jspecify.annotations.NullMarked;
